using System;
using Crm.Extensions.CustomerView.GoldenRecord;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.CustomerView;

/// <summary>Computes a customer anew from its records now, and tells where each value comes from.</summary>
[CustomApi("crmx_RefreshCustomer", "prvWritecrmx_Customer",
    Workflow = true,
    DisplayName = "Refresh customer",
    DisplayNameSpanish = "Actualizar cliente",
    Description = "Computes the customer's golden record, delinquency, restriction and last contact anew and tells where each value comes from. Calling it twice changes nothing.",
    DescriptionSpanish = "Calcula de nuevo el registro maestro del cliente, su morosidad, restricción y último contacto, y dice de dónde viene cada dato. Llamarlo dos veces no cambia nada.")]
[RequestParameter("CustomerId", ParameterType.Guid, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer).", DescriptionSpanish = "Id del cliente (crmx_customer).")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was written.", DescriptionSpanish = "Qué se escribió.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "The lineage as JSON: column, link, source, rule, when. Values stand in it only for callers who may see them in the row.",
    DescriptionSpanish = "La procedencia como JSON: columna, vínculo, fuente, regla, cuándo. Los valores solo aparecen para quien puede verlos en el registro.")]
public sealed class RefreshCustomer : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var customer = call.Input<Guid>("CustomerId");
        call.DemandReadable(Tables.Customer, customer);
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        if (CustomerRefresh.IsOff(call))
        {
            call.Output("Explanation", GoldenTexts.Write(language, "Off"));
            call.Output("Details", LineageJson.Write(Lineage.None));
            return;
        }

        var result = CustomerRefresh.Run(call, customer, withStanding: true);
        call.Output("Explanation", result is null ? GoldenTexts.Write(language, "Gone") : GoldenTexts.Explain(language, result));
        call.Output("Details", result is null ? LineageJson.Write(Lineage.None) : LineageView.For(call, customer, result.Lineage));
    }
}
