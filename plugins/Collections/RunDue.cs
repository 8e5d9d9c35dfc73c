using System;
using System.Globalization;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Compensation.Portfolios;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Does what the passing of time has made due: releases e-mails that were held back and whose hour has come, announces
/// direct debits on moved dates, ends promises whose day has passed, carries on interrupted operations on customers and closes of pay periods, and shows
/// plans and managers whose day has come. A bounded slice; it says whether more is left.
/// </summary>
/// <remarks>
/// This runs in one transaction, in which the first e-mail that cannot be sent would undo all others. So it only leases each e-mail for a while;
/// <see cref="SendHeldEmail"/> sends it in a job of its own, and what no job has sent when the lease ends is released again.
/// </remarks>
[CustomApi("crmx_RunDue", "prvWriteActivity",
    DisplayName = "Run what is due",
    DisplayNameSpanish = "Ejecutar lo pendiente",
    Description = "Releases the e-mails that were held back and may be sent now, announces moved debit dates, and ends promises whose day has passed. Call it regularly, and again while More is true.",
    DescriptionSpanish = "Libera los correos retenidos que ya se pueden enviar, anuncia los cargos en fecha movida y cierra las promesas cuyo día pasó. Llámelo con regularidad, y de nuevo mientras More sea verdadero.")]
[RequestParameter("Limit", ParameterType.Integer, Optional = true, DisplayName = "Limit", DisplayNameSpanish = "Límite",
    Description = "The most rows of one call, 1 to 200; 50 if left out.", DescriptionSpanish = "Máximo de registros por llamada, de 1 a 200; 50 si se omite.")]
[ResponseProperty("Done", ParameterType.Integer, DisplayName = "Done", DisplayNameSpanish = "Hechos",
    Description = "How many e-mails were released, debits announced and promises ended.", DescriptionSpanish = "Cuántos correos se liberaron, cargos se anunciaron y promesas se cerraron.")]
[ResponseProperty("More", ParameterType.Boolean, DisplayName = "More", DisplayNameSpanish = "Hay más",
    Description = "Whether more is due.", DescriptionSpanish = "Si queda más pendiente.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "What was done, as JSON.", DescriptionSpanish = "Lo que se hizo, en JSON.")]
public sealed class RunDue : CustomApi
{
    private const int DefaultLimit = 50;
    private const int HighestLimit = 200;
    private const int MostAnnouncements = 25;

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var limit = Math.Min(HighestLimit, Math.Max(1, call.Input("Limit", DefaultLimit)));
        var now = call.Clock.UtcNow;
        var due = HeldEmails.Due(call.AsSystem, now, limit + 1);
        var done = Math.Min(limit, due.Count);
        for (var index = 0; index < done; index++)
        {
            call.AsSystem.Update(new Entity(Tables.Email, due[index].Id) { [ContactColumns.NextAllowedAt] = now + HeldEmails.Lease });
        }

        var left = limit - done;
        var configuration = CourtesyConfiguration.Of(call);
        var announced = configuration is null || left == 0 ? 0 : DueAnnouncements.Make(call.AsSystem, new ContactComposer(call, call.Language), now, Math.Min(left, MostAnnouncements));
        left -= announced;
        var promises = configuration is null || left == 0 ? 0 : DuePromises.End(call.AsSystem, configuration, now, left);

        left -= promises;
        var resumed = DueOperations.Resume(call.AsSystem, now, left);
        left -= resumed;
        var plans = DuePlans.Move(call, left);
        left -= plans;
        var managers = DueAssignments.Show(call, left);
        left -= managers;
        var closings = DueClosings.Resume(call.AsSystem, now, left);
        var all = done + announced + promises + resumed + plans + managers + closings;

        call.Output("Done", all);
        call.Output("More", due.Count > limit || all >= limit || announced == MostAnnouncements);
        call.Output("Details", string.Format(
            CultureInfo.InvariantCulture,
            "{{\"emailsReleased\":{0},\"announced\":{1},\"promisesEnded\":{2},\"operationsResumed\":{3},\"plansMoved\":{4},\"managersShown\":{5},\"closingsResumed\":{6}}}",
            done, announced, promises, resumed, plans, managers, closings));
    }
}
