using System;
using System.Linq;
using Crm.Extensions.Compensation.Portfolios;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation;

/// <summary>
/// Proposes who should answer for which customer of segment A or B: everyone has exactly one manager, what works stays, and the load of customers and potential is
/// even. Nothing is changed; <see cref="ApplyPortfolios"/> does it.
/// </summary>
[CustomApi("crmx_ProposePortfolios", "prvCreatecrmx_PortfolioProposal",
    Workflow = true,
    DisplayName = "Propose portfolios",
    DisplayNameSpanish = "Proponer carteras",
    Description = "Proposes a manager for every customer of segment A or B, keeps relationships that work, and says why each customer moves.",
    DescriptionSpanish = "Propone un gerente para cada cliente de segmento A o B, conserva las relaciones que funcionan y dice por qué cambia cada cliente.")]
[RequestParameter("AsOf", ParameterType.DateTime, Optional = true, DisplayName = "As of", DisplayNameSpanish = "A la fecha",
    Description = "The day to look from; today if left out.", DescriptionSpanish = "El día que se considera; hoy si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("ProposalId", ParameterType.Guid, DisplayName = "Proposal", DisplayNameSpanish = "Propuesta",
    Description = "Id of the proposal (crmx_portfolioproposal).", DescriptionSpanish = "Id de la propuesta (crmx_portfolioproposal).")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What changes, and why.", DescriptionSpanish = "Qué cambia y por qué.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "Moves and loads, as JSON.", DescriptionSpanish = "Cambios y cargas, en JSON.")]
public sealed class ProposePortfolios : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.AskedLanguage;
        var day = call.Has("AsOf") ? CalendarDate.Of(call.Input<DateTime>("AsOf")) : HouseDay.Today(call);
        var people = ManagerRows.All(call.AsSystem, day);
        if (people.Count == 0) throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "NoManagers", day));

        var customers = new PortfolioRows(call.AsSystem, day).Customers();
        if (customers.Count == 0) throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "NoCustomers"));
        if (customers.Count > PortfolioRows.Most) throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "TooMany", PortfolioRows.Most));

        var away = ManagerRows.Away(call.AsSystem, day);
        var division = PortfolioBalance.Propose(
            customers, people.Select(person => new PortfolioWorker(person.Id, person.Hrid, person.Name) { Country = person.Country, Receives = !away.Contains(person.Id) }));
        var names = AllRows.Of(call.AsSystem, new QueryExpression(Tables.Worker) { ColumnSet = new ColumnSet(Worker.Fields.Name) })
            .ToDictionary(row => row.Id, row => row.GetAttributeValue<string>(Worker.Fields.Name) ?? "");
        var content = ProposalText.File(division, customers.Count, day.ToString()).Write();

        var proposal = new Entity(Tables.PortfolioProposal)
        {
            [Model.PortfolioProposal.Fields.Name] = PortfolioTexts.Write(language, "ProposalName", day),
            [Model.PortfolioProposal.Fields.AsOf] = day.Midnight,
            [Model.PortfolioProposal.Fields.Content] = content,
            [Model.PortfolioProposal.Fields.Customers] = customers.Count,
            [Model.PortfolioProposal.Fields.Explanation] = ProposalText.Write(division, customers.Count, names, language, withCustomers: false),
        };
        if (call.Holds(call.CallerId, "prvReadcrmx_PortfolioProposal")) proposal["ownerid"] = new EntityReference(Tables.SystemUser, call.CallerId);
        call.Output("ProposalId", call.AsSystem.Create(proposal));
        call.Output("Explanation", ProposalText.Write(division, customers.Count, names, language, withCustomers: true));
        call.Output("Details", content);
    }
}
