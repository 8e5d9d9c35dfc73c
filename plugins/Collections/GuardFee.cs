using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.Installment.Fields;

namespace Crm.Extensions.Collections;

/// <summary>No fee for arrears and no penalty is put on an obligation of which nothing may be demanded: what the bank failed to draw, what is on its way, or a trifle is no ground for one.</summary>
/// <remarks>It has the mode of rule <c>nothing-overdue</c>; where that is only observed, the trace log says what would have been refused.</remarks>
[Step(Message.Create, Tables.Installment, Stage.PreValidation)]
public sealed class GuardFee : Plugin<Installment>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Installment> execution)
    {
        if (Choice.Read<InstallmentKind>(execution.Target.GetAttributeValue<OptionSetValue>(Fields.Kind)) is not (InstallmentKind.Fee or InstallmentKind.Penalty)
            || execution.Target.ObligationId is not { } obligation
            || CourtesyConfiguration.Of(execution) is not { } configuration)
        {
            return;
        }

        var now = execution.Clock.UtcNow;
        if (new Queries(execution.AsSystem).LedgerOf(obligation.Id, now) is not { } ledger
            || CountryPacks.Find(ledger.Country.Length > 0 ? ledger.Country : configuration.DefaultCountry) is not { } pack)
        {
            return;
        }

        var mode = configuration.PolicyFor(pack.Country, CalendarDate.Of(now), execution.Trace).ModeOf(RuleIds.NothingOverdue);
        if (mode == RuleMode.Off || Arrears.Of(ledger, [], new LedgerTerms(pack, pack.Clocks), now, now).MayDemand) return;

        var refusal = GuardTexts.Write(execution.Language, "FeeWithoutArrears", ledger.Number);
        if (mode == RuleMode.Enforce) throw new InvalidPluginExecutionException(refusal);
        execution.Trace("observed: " + refusal);
    }
}
