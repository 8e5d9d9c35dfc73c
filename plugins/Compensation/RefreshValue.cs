using System;
using System.Globalization;
using Crm.Extensions.Compensation.Snapshots;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>Values one customer at once, or all customers of a period in the background.</summary>
[CustomApi("crmx_RefreshValue", "prvWritecrmx_CompensationPeriod",
    Workflow = true,
    DisplayName = "Refresh value",
    DisplayNameSpanish = "Actualizar valor",
    Description = "Measures what customers are worth and takes snapshots: at a period's start, when a segment has changed, and at its close. Snapshots that exist are never changed.",
    DescriptionSpanish = "Mide cuánto valen los clientes y toma fotos: al inicio de un periodo, cuando cambió un segmento y al cierre. Las fotos que existen nunca se cambian.")]
[RequestParameter("PeriodId", ParameterType.Guid, Optional = true, DisplayName = "Period", DisplayNameSpanish = "Periodo",
    Description = "Id of the period (crmx_compensationperiod); the one that contains the day if left out.", DescriptionSpanish = "Id del periodo (crmx_compensationperiod); el que contiene el día si se omite.")]
[RequestParameter("AsOf", ParameterType.DateTime, Optional = true, DisplayName = "As of", DisplayNameSpanish = "Al día",
    Description = "The last day that counts; yesterday if left out.", DescriptionSpanish = "El último día que cuenta; ayer si se omite.")]
[RequestParameter("CustomerId", ParameterType.Guid, Optional = true, DisplayName = "Customer", DisplayNameSpanish = "Cliente",
    Description = "Id of the customer (crmx_customer); all, in the background, if left out.", DescriptionSpanish = "Id del cliente (crmx_customer); todos, en segundo plano, si se omite.")]
[RequestParameter("Language", ParameterType.Integer, Optional = true, DisplayName = "Language", DisplayNameSpanish = "Idioma",
    Description = "Of the explanation: 1033 or 3082; the caller's own if left out.", DescriptionSpanish = "De la explicación: 1033 o 3082; el de quien llama si se omite.")]
[ResponseProperty("Count", ParameterType.Integer, DisplayName = "Count", DisplayNameSpanish = "Cantidad",
    Description = "New snapshots of the customer; 0 where all are valued in the background.", DescriptionSpanish = "Fotos nuevas del cliente; 0 cuando todos se valoran en segundo plano.")]
[ResponseProperty("WorkId", ParameterType.Guid, DisplayName = "Work", DisplayNameSpanish = "Trabajo",
    Description = "Id of the row of background work (crmx_closingwork); empty for one customer.", DescriptionSpanish = "Id del registro del trabajo en segundo plano (crmx_closingwork); vacío para un cliente.")]
[ResponseProperty("Explanation", ParameterType.String, DisplayName = "Explanation", DisplayNameSpanish = "Explicación",
    Description = "What was done.", DescriptionSpanish = "Qué se hizo.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "Period, day and count as JSON.", DescriptionSpanish = "Periodo, día y cantidad en JSON.")]
public sealed class RefreshValue : CustomApi
{
    /// <summary>Environment variable: how far compensation reaches.</summary>
    internal const string ModeVariable = "crmx_CompensationMode";

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var language = call.Has("Language") ? LanguageCode.Read(call.Input<int>("Language")) : call.Language;
        var customer = call.Input("CustomerId", Guid.Empty);
        var named = call.Input("PeriodId", Guid.Empty);
        if (named != Guid.Empty) call.DemandReadable(Tables.CompensationPeriod, named);
        if (customer != Guid.Empty) call.DemandReadable(Tables.Customer, customer);
        if (call.Settings.Mode(ModeVariable) == Platform.Mode.Off) throw Refuse(language, "Off");

        var yesterday = CalendarDate.Of(call.Clock.UtcNow).AddDays(-1);
        var asOf = call.Has("AsOf") ? CalendarDate.Of(call.Input<DateTime>("AsOf")) : yesterday;
        if (asOf > yesterday) throw Refuse(language, "FutureDay", asOf);

        var store = new ModelStore(call.AsSystem);
        var period = (named != Guid.Empty ? store.Period(named) : store.PeriodOf(asOf)) ?? throw Refuse(language, "NoPeriod", asOf);
        call.DemandReadable(Tables.CompensationPeriod, period.Id);
        if (asOf < period.Eve) throw Refuse(language, "NotYet", period.Code, period.From);
        if (asOf > period.Until) asOf = period.Until;

        var count = 0;
        if (customer == Guid.Empty)
        {
            call.Output("WorkId", new ValuationWork(call).Begin(period, asOf));
            call.Output("Explanation", SnapshotTexts.Write(language, "Begun", period.Code, asOf));
        }
        else
        {
            count = Value(call, period, asOf, customer, language);
            call.Output("WorkId", Guid.Empty);
            call.Output("Explanation", SnapshotTexts.Write(language, "Valued", count));
        }

        call.Output("Count", count);
        call.Output("Details", string.Format(CultureInfo.InvariantCulture, "{{\"periodId\":\"{0:D}\",\"asOf\":\"{1}\",\"count\":{2}}}", period.Id, asOf, count));
    }

    private static int Value(ApiCall call, ValuePeriod period, CalendarDate asOf, Guid customer, Language language)
    {
        try
        {
            return new ValueRun(call.AsSystem, period, asOf, inBatches: false).Value([customer]);
        }
        catch (MissingFigureException missing)
        {
            throw new InvalidPluginExecutionException(missing.In(language), missing);
        }
    }

    private static InvalidPluginExecutionException Refuse(Language language, string text, params object[] facts) => new(SnapshotTexts.Write(language, text, facts));
}
