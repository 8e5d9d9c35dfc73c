using System;
using System.Collections.Generic;
using System.Globalization;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Makes a contact good that should not have gone out as it did: apology, reversal of the fee it caused, root cause and owner, due the same day by
/// the customer's calendar.
/// </summary>
/// <remarks>Repeatable: ids are made of the attempt's, so that a second call finds what the first one wrote. All is written in one transaction.</remarks>
[CustomApi("crmx_RepairContact", "prvCreatecrmx_ContactRepair",
    Workflow = true,
    DisplayName = "Repair contact",
    DisplayNameSpanish = "Reparar contacto",
    Description = "Makes a wrong contact good the same day: apology, reversal of the fee it caused, root cause, owner. Calling it twice makes one repair.",
    DescriptionSpanish = "Repara el mismo día un contacto equivocado: disculpa, anulación del cargo que causó, causa y responsable. Llamarlo dos veces hace una sola reparación.")]
[RequestParameter("AttemptId", ParameterType.Guid, DisplayName = "Attempt", DisplayNameSpanish = "Intento",
    Description = "Id of the contact attempt (crmx_contactattempt).", DescriptionSpanish = "Id del intento de contacto (crmx_contactattempt).")]
[RequestParameter("Cause", ParameterType.String, DisplayName = "Cause", DisplayNameSpanish = "Causa",
    Description = "wrongdata, staleledger, wronghour, wrongperson, wrongtone, bankfault or other.",
    DescriptionSpanish = "wrongdata, staleledger, wronghour, wrongperson, wrongtone, bankfault u other.")]
[RequestParameter("Wrong", ParameterType.String, DisplayName = "What went wrong", DisplayNameSpanish = "Qué salió mal",
    Description = "One sentence, as the customer will read it in the apology.", DescriptionSpanish = "Una frase, tal como el cliente la leerá en la disculpa.")]
[RequestParameter("FeeId", ParameterType.Guid, Optional = true, DisplayName = "Fee", DisplayNameSpanish = "Cargo",
    Description = "Id of the fee or penalty (crmx_installment) that it caused.", DescriptionSpanish = "Id del cargo o la penalización (crmx_installment) que causó.")]
[RequestParameter("OwnerId", ParameterType.Guid, Optional = true, DisplayName = "Owner", DisplayNameSpanish = "Responsable",
    Description = "User who answers for the repair; the caller if left out.", DescriptionSpanish = "Usuario que responde de la reparación; quien llama si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the apology: 1033 or 3082; the customer's own if left out.", DescriptionSpanish = "De la disculpa: 1033 o 3082; el del cliente si se omite.")]
[ResponseProperty("RepairId", ParameterType.Guid, DisplayName = "Repair", DisplayNameSpanish = "Reparación",
    Description = "Id of the repair (crmx_contactrepair).", DescriptionSpanish = "Id de la reparación (crmx_contactrepair).")]
[ResponseProperty("ApologyId", ParameterType.Guid, DisplayName = "Apology", DisplayNameSpanish = "Disculpa",
    Description = "Id of the e-mail or phone call; empty where a letter is what remains.", DescriptionSpanish = "Id del correo o la llamada; vacío si solo queda una carta.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was done and what is left to do.", DescriptionSpanish = "Qué se hizo y qué falta.")]
public sealed class RepairContact : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var attemptId = call.Input<Guid>("AttemptId");
        var wrong = call.Input<string>("Wrong").Trim();
        if (!Words.TryRead<RepairCauseWord>(call.Input<string>("Cause"), out var cause))
        {
            throw new InvalidPluginExecutionException(
                ComposeTexts.Write(call.Language, "UnknownWord", "Cause", call.Input<string>("Cause"), string.Join(", ", Words.All<RepairCauseWord>())));
        }

        call.DemandReadable(Tables.ContactAttempt, attemptId);
        var feeId = call.Input("FeeId", Guid.Empty);
        if (feeId != Guid.Empty) call.DemandReadable(Tables.Installment, feeId);

        var queries = new RepairQueries(call.AsSystem);
        var attempt = queries.Attempt(attemptId);
        var repairId = ComponentId.Of(Tables.ContactRepair, Queries.Text(attemptId));
        if (queries.Repair(repairId) is { } known)
        {
            call.Output("RepairId", repairId);
            call.Output("ApologyId", Guid.TryParse(known.ApologyId, out var earlier) ? earlier : Guid.Empty);
            call.Output("Explanation", ComposeTexts.Write(call.Language, "RepairKnown"));
            return;
        }

        var customerId = attempt.CustomerId?.Id ?? throw new InvalidPluginExecutionException(ComposeTexts.Write(call.Language, "AttemptUnknown"));
        var owner = new EntityReference(Tables.SystemUser, call.Input("OwnerId", call.CallerId));
        var fee = feeId == Guid.Empty ? null : FeeOf(call, queries, feeId, attempt.ObligationId?.Id);
        var customer = new ComposeQueries(call.AsSystem).Customer(customerId).ToEntity<Customer>();
        var clock = CustomerCalendar.Of(customer.TimeZone, customer.Country ?? "");
        var today = clock.DateAt(call.Clock.UtcNow);

        var apology = Apologise(call, attempt, attemptId, customer, customerId, clock, wrong, fee, queries, owner);
        var repair = new Entity(Tables.ContactRepair, repairId)
        {
            [ContactRepair.Fields.Name] = ComposeTexts.Write(Language.Spanish, "RepairName", attempt.Name ?? Queries.Text(attemptId)).Shortened(200),
            [ContactRepair.Fields.AttemptId] = new EntityReference(Tables.ContactAttempt, attemptId),
            [ContactRepair.Fields.CustomerId] = attempt.CustomerId,
            [ContactRepair.Fields.ObligationId] = attempt.ObligationId,
            [ContactRepair.Fields.Cause] = Choice.Of(cause),
            [ContactRepair.Fields.Wrong] = wrong.Shortened(2000),
            [ContactRepair.Fields.ApologyId] = apology.Id == Guid.Empty ? null : Queries.Text(apology.Id),
            [ContactRepair.Fields.DueOn] = today.Midnight,
            [ContactRepair.Fields.OwnerId] = owner,
        };
        if (fee is not null)
        {
            repair[ContactRepair.Fields.Fee] = fee.Amount;
            repair[ContactRepair.Fields.TransactionCurrencyId] = fee.TransactionCurrencyId;
            repair[ContactRepair.Fields.FeeId] = fee.ToEntityReference();
        }

        call.AsSystem.Create(repair);
        var mark = (attempt.Explanation + " " + ComposeTexts.Write(call.Language, "RepairMark", today)).Trim();
        call.AsSystem.Update(new Entity(Tables.ContactAttempt, attemptId) { [Model.ContactAttempt.Fields.Explanation] = mark.Shortened(2000) });
        var explanation = apology.Explanation(call.Language, today);
        if (fee is not null)
        {
            Reverse(call, fee);
            explanation += " " + ComposeTexts.Write(call.Language, "FeeReversed", apology.Fee);
        }

        call.Output("RepairId", repairId);
        call.Output("ApologyId", apology.Id);
        call.Output("Explanation", explanation);
    }

    private static Apology Apologise(
        ApiCall call, Model.ContactAttempt attempt, Guid attemptId, Customer customer, Guid customerId, LocalClock clock, string wrong, Installment? fee, RepairQueries queries, EntityReference owner)
    {
        // at a shared address or a workplace others would read it
        var isOwnAddress = (Choice.Read<AddressKind>(customer.GetAttributeValue<OptionSetValue>(Customer.Fields.EmailKind)) ?? AddressKind.Own) == AddressKind.Own;
        var recipient = isOwnAddress ? queries.Recipient(customerId, customer.Email) : null;
        var channel = recipient is null ? Channel.PhoneCall : Channel.Email;
        var country = (customer.Country ?? "").Split('-')[0].Trim();
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : customer.Language is { } code ? LanguageCode.Read(code) : country is "US" or "GB" ? Language.English : Language.Spanish;
        var format = new CustomerFormat(language, country);
        var feeText = fee is null ? "" : format.Amount(fee.Amount?.Value ?? 0, queries.CurrencyOf(fee));
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["wrong"] = wrong,
            ["fee"] = feeText,
            ["contactDate"] = format.Day(clock.DateAt(DateTime.SpecifyKind(attempt.At ?? call.Clock.UtcNow, DateTimeKind.Utc))),
        };
        var text = new ContactComposer(call, call.Language).Compose(
            new ComposeWish(customerId, Purpose.Service, Occasion.Apology, channel, Guid.Empty, (int)language) { Values = values }).Text;
        if (recipient is not null) return new Apology(Email(call, attemptId, attempt, text, recipient, owner), channel, null, feeText);

        var at = CallHour.Of(call, customerId, attempt.ObligationId);
        var isToday = at is { } hour && clock.DateAt(hour) == clock.DateAt(call.Clock.UtcNow);
        return isToday ? new Apology(PhoneCall(call, attemptId, attempt, text, at!.Value, owner), channel, at, feeText) : new Apology(Guid.Empty, channel, null, feeText);
    }

    // the mechanism of held e-mails sends it: it is due at once, and judged once more when it leaves
    private static Guid Email(ApiCall call, Guid attemptId, Model.ContactAttempt attempt, WrittenContact text, Entity recipient, EntityReference owner)
    {
        var id = ComponentId.Of(Tables.Email, "apology|" + Queries.Text(attemptId));
        var email = Activity(Tables.Email, id, attempt, text.Subject, EmailBody.Of(text.Body), owner);
        email[ContactColumns.To] = new EntityCollection([recipient]) { EntityName = Tables.ActivityParty };
        call.AsSystem.Create(email);

        // after it is saved: the guard tells a new draft what it thinks of this very hour and would write over it
        call.AsSystem.Update(new Entity(Tables.Email, id)
        {
            [ContactColumns.Decision] = Choice.Of(Decision.Moved),
            [ContactColumns.NextAllowedAt] = call.Clock.UtcNow,
        });
        return id;
    }

    private static Guid PhoneCall(ApiCall call, Guid attemptId, Model.ContactAttempt attempt, WrittenContact text, DateTime at, EntityReference owner)
    {
        var id = ComponentId.Of(Tables.PhoneCall, "apology|" + Queries.Text(attemptId));
        var phoneCall = Activity(Tables.PhoneCall, id, attempt, ComposeTexts.Write(call.Language, "ApologySubject"), text.Body, owner);
        phoneCall[ContactColumns.ScheduledEnd] = at;
        call.AsSystem.Create(phoneCall);
        return id;
    }

    private static Entity Activity(string table, Guid id, Model.ContactAttempt attempt, string subject, string body, EntityReference owner) => new(table, id)
    {
        ["subject"] = subject,
        ["description"] = body,
        [ContactColumns.Direction] = true,
        [ContactColumns.Purpose] = Choice.Of(Purpose.Service),
        [ContactColumns.Customer] = attempt.CustomerId,
        [ContactColumns.Obligation] = attempt.ObligationId,
        [ContactColumns.Owner] = owner,
    };

    private static Installment FeeOf(ApiCall call, RepairQueries queries, Guid id, Guid? obligation)
    {
        var fee = queries.Fee(id);
        var kind = Choice.Read<InstallmentKind>(fee.GetAttributeValue<OptionSetValue>(Installment.Fields.Kind)) ?? InstallmentKind.Installment;
        if (kind == InstallmentKind.Installment || (obligation is not null && fee.ObligationId?.Id != obligation))
        {
            throw new InvalidPluginExecutionException(ComposeTexts.Write(call.Language, "FeeNotFee"));
        }

        return fee;
    }

    private static void Reverse(ApiCall call, Installment fee) => call.AsSystem.Update(new Entity(Tables.Installment, fee.Id)
    {
        [Installment.Fields.StateCode] = new OptionSetValue((int)Installment_StateCode.Inactive),
        [Installment.Fields.StatusCode] = new OptionSetValue((int)Installment_StatusCode.Cancelled),
    });

    private sealed record Apology(Guid Id, Channel Channel, DateTime? At, string Fee)
    {
        public string Explanation(Language language, CalendarDate today) =>
            Channel == Channel.Email ? ComposeTexts.Write(language, "RepairEmail", today)
            : At is { } at ? ComposeTexts.Write(language, "RepairCall", today, at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
            : ComposeTexts.Write(language, "RepairNone", today);
    }
}
