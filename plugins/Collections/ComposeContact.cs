using System;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Writes the text of a contact in the customer's language, form of address and country's words. Nothing is saved or sent.</summary>
[CustomApi("crmx_ComposeContact", "prvReadcrmx_ContactTemplate",
    Workflow = true,
    DisplayName = "Compose contact",
    DisplayNameSpanish = "Redactar contacto",
    Description = "Writes subject and body of a contact in the customer's language and form of address, with the words of the customer's country.",
    DescriptionSpanish = "Redacta asunto y cuerpo de un contacto en el idioma y tratamiento del cliente, con las palabras de su país.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Purpose", ParameterType.String, DisplayName = "Purpose", DisplayNameSpanish = "Propósito",
    Description = "A purpose as in crmx_EvaluateContact; after a slash the occasion: moveddebit, apology, travel, block, limitdecrease, handover or machine.",
    DescriptionSpanish = "Un propósito como en crmx_EvaluateContact; tras una barra, la ocasión: moveddebit, apology, travel, block, limitdecrease, handover o machine.")]
[RequestParameter("Channel", ParameterType.String, DisplayName = "Channel", DisplayNameSpanish = "Canal",
    Description = "phonecall, email, letter, sms, whatsapp, visit or chat.", DescriptionSpanish = "phonecall, email, letter, sms, whatsapp, visit o chat.")]
[RequestParameter("ObligationId", ParameterType.Guid, Optional = true, DisplayName = "Obligation", DisplayNameSpanish = "Obligación",
    Description = "Id of the obligation it is about; the customer must be party to it.", DescriptionSpanish = "Id de la obligación de que se trata; el cliente debe ser parte de ella.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the customer's own if left out.", DescriptionSpanish = "1033 o 3082; el del cliente si se omite.")]
[ResponseProperty("Subject", ParameterType.String, DisplayName = "Subject", DisplayNameSpanish = "Asunto",
    Description = "The subject.", DescriptionSpanish = "El asunto.")]
[ResponseProperty("Body", ParameterType.String, DisplayName = "Body", DisplayNameSpanish = "Cuerpo",
    Description = "The text; HTML for e-mails, plain text otherwise.", DescriptionSpanish = "El texto; HTML para correos, texto simple para lo demás.")]
[ResponseProperty("TemplateId", ParameterType.String, DisplayName = "Template", DisplayNameSpanish = "Plantilla",
    Description = "Id of the contact template, or the name of the text that ships.", DescriptionSpanish = "Id de la plantilla de contacto, o nombre del texto incluido.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "Which text was taken, and what to look at in it.", DescriptionSpanish = "Qué texto se tomó y qué conviene revisar en él.")]
public sealed class ComposeContact : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var customer = call.Input<Guid>("CustomerId");
        var obligation = call.Input("ObligationId", Guid.Empty);
        var purpose = call.Input<string>("Purpose").Split('/');
        var wish = new ComposeWish(
            customer,
            Word<Purpose>(call, "Purpose", purpose[0]),
            purpose.Length > 1 ? Word<Occasion>(call, "Purpose", purpose[1]) : Occasion.Plain,
            Word<Channel>(call, "Channel", call.Input<string>("Channel")),
            obligation,
            call.Input("Language", 0));
        call.DemandReadable(Tables.Customer, customer);
        if (obligation != Guid.Empty) call.DemandReadable(Tables.Obligation, obligation);

        var composed = new ContactComposer(call, call.Language).Compose(wish);
        call.Output("Subject", composed.Text.Subject);
        call.Output("Body", wish.Channel == Channel.Email ? EmailBody.Of(composed.Text.Body) : composed.Text.Body);
        call.Output("TemplateId", composed.Text.Template.Id);
        call.Output("Explanation", Explain(call, composed));
    }

    private static string Explain(ApiCall call, Composed composed)
    {
        var wanted = composed.Wanted;
        var explanation = ComposeTexts.Write(call.Language, "Composed", composed.Text.Template.Id, wanted.Level.ToString(CultureInfo.InvariantCulture));
        var advice = TextCheck.Advise(composed.Text.Subject, composed.Text.Body, wanted.Purpose, wanted.Channel, wanted.Country, HouseTexts.Of(call).House);
        return string.Join(" ", new[] { explanation }.Concat(advice.Select(piece => ComposeTexts.Write(call.Language, "Advice", piece.Write(call.Language)))));
    }

    private static TWord Word<TWord>(ApiCall call, string parameter, string text)
        where TWord : struct, Enum =>
        Words.TryRead<TWord>(text, out var word)
            ? word
            : throw new InvalidPluginExecutionException(ComposeTexts.Write(call.Language, "UnknownWord", parameter, text, string.Join(", ", Words.All<TWord>())));
}
