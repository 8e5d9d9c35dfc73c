using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Compensation.Portfolios;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation;

/// <summary>
/// Carries out a proposal from today on, fifty customers a call: each is handed over with the reason as the note, and told. Calling again goes on where it stopped; a
/// customer whom somebody gave to another manager since the proposal is left alone.
/// </summary>
[CustomApi("crmx_ApplyPortfolios", "prvWritecrmx_PortfolioProposal",
    Workflow = true,
    DisplayName = "Apply portfolios",
    DisplayNameSpanish = "Aplicar carteras",
    Description = "Hands the customers of a proposal over. Call it again while More is true.",
    DescriptionSpanish = "Traspasa los clientes de una propuesta. Llámelo de nuevo mientras More sea verdadero.")]
[RequestParameter("ProposalId", ParameterType.Guid, DisplayName = "Proposal", DisplayNameSpanish = "Propuesta",
    Description = "Id of the proposal (crmx_portfolioproposal).", DescriptionSpanish = "Id de la propuesta (crmx_portfolioproposal).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("Done", ParameterType.Integer, DisplayName = "Done", DisplayNameSpanish = "Hechos",
    Description = "How many customers were handed over by this call.", DescriptionSpanish = "Cuántos clientes traspasó esta llamada.")]
[ResponseProperty("More", ParameterType.Boolean, DisplayName = "More", DisplayNameSpanish = "Hay más",
    Description = "Whether more are left.", DescriptionSpanish = "Si quedan más.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was done.", DescriptionSpanish = "Qué se hizo.")]
public sealed class ApplyPortfolios : CustomApi
{
    private const int Slice = 50;
    private const int MostNote = 2000;
    private const int MostLines = 30;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.AskedLanguage;
        var id = call.Input<Guid>("ProposalId");
        call.DemandReadable(Tables.PortfolioProposal, id);

        var proposal = call.AsSystem.Retrieve(Tables.PortfolioProposal, id, new ColumnSet(Model.PortfolioProposal.Fields.Content, Model.PortfolioProposal.Fields.StateCode));
        if (proposal.GetAttributeValue<OptionSetValue>(Model.PortfolioProposal.Fields.StateCode)?.Value != 0)
        {
            Answer(call, 0, more: false, PortfolioTexts.Write(language, "NotProposed"));
            return;
        }

        var file = PortfolioFile.Read(proposal.GetAttributeValue<string>(Model.PortfolioProposal.Fields.Content) ?? "{}");
        var today = HouseDay.Today(call);
        var held = PortfolioRows.Held(call.AsSystem, today, [.. file.Moves.Select(move => move.Customer)]);
        Guid? ManagerOf(PortfolioFileMove move) => held.TryGetValue(move.Customer, out var assignment) ? assignment.Worker : null;

        var before = file.Moves.Count(move => ManagerOf(move) == move.To);
        var open = file.Moves.Where(move => ManagerOf(move) != move.To && IsAsProposed(move, ManagerOf(move))).ToList();
        var names = NamesOf(call, file);
        var handover = new Handover(call, language);
        var refused = new List<string>();
        var done = 0;
        var seen = 0;
        for (; seen < open.Count && done < Slice; seen++)
        {
            var move = open[seen];
            var name = names(Tables.Customer, move.Customer);
            try
            {
                handover.Make(move.Customer, name, move.To, today, NoteOf(move, file, names, language));
                done++;
            }
            catch (InvalidPluginExecutionException refusal)
            {
                // it is judged before anything is written: the others can go on
                refused.Add(PortfolioTexts.Write(language, "CannotApply", name, refusal.Message));
            }
        }

        var left = open.Count - seen;
        var explanation = PortfolioTexts.Write(language, "Applied", done, before, file.Moves.Count - before - open.Count);
        if (left > 0) explanation += " " + PortfolioTexts.Write(language, "AppliedMore", left);
        else Close(call, id);

        explanation = string.Join("\n", new[] { explanation }.Concat(refused.Take(MostLines)));
        Answer(call, done, left > 0, explanation);
    }

    // a manager who left since answers for nobody any more
    private static bool IsAsProposed(PortfolioFileMove move, Guid? manager) => manager is null || manager == move.From;

    private static string NoteOf(PortfolioFileMove move, PortfolioFile file, Func<string, Guid, string> names, Language language)
    {
        var reason = Words.TryRead<MoveReason>(move.Why, out var why) ? why : MoveReason.Nobody;
        var former = move.From is { } from ? names(Tables.Worker, from) : "";
        return PortfolioTexts.Write(language, "AppliedNote", file.AsOf, PortfolioTexts.Why(language, reason, former, move.Figure)).Shortened(MostNote);
    }

    // names are read when they are needed, each once
    private static Func<string, Guid, string> NamesOf(ApiCall call, PortfolioFile file)
    {
        var known = file.Loads.ToDictionary(load => load.Worker, load => load.Name);
        return (table, id) =>
        {
            if (!known.TryGetValue(id, out var name)) known[id] = name = call.AsSystem.Retrieve(table, id, new ColumnSet("crmx_name")).GetAttributeValue<string>("crmx_name") ?? "";
            return name;
        };
    }

    private static void Close(ApiCall call, Guid proposal) => call.AsSystem.Update(new Entity(Tables.PortfolioProposal, proposal)
    {
        [Model.PortfolioProposal.Fields.StateCode] = new OptionSetValue(1),
        [Model.PortfolioProposal.Fields.StatusCode] = new OptionSetValue(2),
    });

    private static void Answer(ApiCall call, int done, bool more, string explanation)
    {
        call.Output("Done", done);
        call.Output("More", more);
        call.Output("Explanation", explanation);
    }
}
