using System;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>A steward says whether two records are one customer. It holds for ever and outweighs any score; writing the decision on the form does the same.</summary>
[CustomApi("crmx_DecideReview", "prvWritecrmx_ClericalReview",
    Workflow = true,
    DisplayName = "Decide review",
    DisplayNameSpanish = "Decidir revisión",
    Description = "Says of the two records of a review whether they are the same customer, for ever.",
    DescriptionSpanish = "Dice de los dos registros de una revisión si son el mismo cliente, para siempre.")]
[RequestParameter("ReviewId", ParameterType.Guid, DisplayName = "Review", DisplayNameSpanish = "Revisión",
    Description = "Id of the review (crmx_clericalreview).", DescriptionSpanish = "Identificador de la revisión (crmx_clericalreview).")]
[RequestParameter("Decision", ParameterType.String, DisplayName = "Decision", DisplayNameSpanish = "Decisión",
    Description = "same or different.", DescriptionSpanish = "same o different.")]
[RequestParameter("Reason", ParameterType.String, Optional = true, DisplayName = "Reason", DisplayNameSpanish = "Razón",
    Description = "Why.", DescriptionSpanish = "Por qué.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "1033 or 3082; the caller's language if left out.", DescriptionSpanish = "1033 o 3082; el idioma de quien llama si se omite.")]
[ResponseProperty("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "The customer of the left record.", DescriptionSpanish = "El cliente del registro izquierdo.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What follows.", DescriptionSpanish = "Lo que sigue.")]
public sealed class DecideReview : CustomApi
{
    private const string Same = "same";
    private const string Different = "different";

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var word = call.Input<string>("Decision").Trim();
        var same = string.Equals(word, Same, StringComparison.OrdinalIgnoreCase);
        if (!same && !string.Equals(word, Different, StringComparison.OrdinalIgnoreCase)) throw new InvalidPluginExecutionException(LinkingTexts.Write(language, "WrongDecision", word));

        var review = call.Input<Guid>("ReviewId");
        call.DemandReadable(Tables.ClericalReview, review);
        var decided = ReviewState.Stated(review, ClericalReview_StatusCode.Decided);
        decided[ClericalReview.Fields.Decision] = new OptionSetValue((int)(same ? ReviewDecision.Same : ReviewDecision.Different));
        if (call.Has("Reason")) decided[ClericalReview.Fields.Reason] = call.Input<string>("Reason");
        call.AsCaller.Update(decided);

        var left = ReviewState.Ends(call.AsSystem, review).FirstOrDefault();
        var outcome = left is not null && LinkingConfiguration.Of(call) is { } configuration
            ? new Linker(call, configuration).Link(new Arrival(left.Table, new Guid(left.RecordId), call.CallerId))
            : null;
        var explanation = LinkingTexts.Write(language, same ? "DecidedSame" : "DecidedDifferent");
        call.Output("CustomerId", outcome?.Customer ?? left?.Customer ?? Guid.Empty);
        call.Output("Explanation", outcome is { Changes: true } ? explanation + " " + LinkingTexts.Write(language, "Changing") : explanation);
    }
}
