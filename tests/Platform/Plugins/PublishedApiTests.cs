using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform.Registration;
using Xunit;

namespace Crm.Extensions.Tests.Plugins;

/// <summary>What other people's flows call: names, types and required flags never change once released; something new is added beside them.</summary>
public sealed class PublishedApiTests
{
    /// <summary>As released with 0.1. A line that is gone or different breaks a tenant's flows; a new API or an optional parameter is a new line.</summary>
    private static readonly string[] Released =
    [
        "crmx_AddBusinessDays for workflows needs prvReadcrmx_Obligation",
        "crmx_AddBusinessDays in Calendar String optional",
        "crmx_AddBusinessDays in Country String required",
        "crmx_AddBusinessDays in Date DateTime required",
        "crmx_AddBusinessDays in Days Integer required",
        "crmx_AddBusinessDays out Details String",
        "crmx_AddBusinessDays out Result DateTime",
        "crmx_CompleteInstallation needs prvCreateSdkMessageProcessingStep",
        "crmx_CompleteInstallation out Details String",
        "crmx_CompleteInstallation out StepsCreated Integer",
        "crmx_CompleteInstallation out StepsPresent Integer",
        "crmx_ComposeContact for workflows needs prvReadcrmx_ContactTemplate",
        "crmx_ComposeContact in Channel String required",
        "crmx_ComposeContact in CustomerId Guid required",
        "crmx_ComposeContact in Language Integer optional",
        "crmx_ComposeContact in ObligationId Guid optional",
        "crmx_ComposeContact in Purpose String required",
        "crmx_ComposeContact out Body String",
        "crmx_ComposeContact out Explanation String",
        "crmx_ComposeContact out Subject String",
        "crmx_ComposeContact out TemplateId String",
        "crmx_EvaluateCardBlock for workflows needs prvReadcrmx_CardBlock",
        "crmx_EvaluateCardBlock in From DateTime optional",
        "crmx_EvaluateCardBlock in Language Integer optional",
        "crmx_EvaluateCardBlock in Metric String optional",
        "crmx_EvaluateCardBlock in MetricAsOf DateTime optional",
        "crmx_EvaluateCardBlock in MetricMonths Integer optional",
        "crmx_EvaluateCardBlock in MetricStated Decimal optional",
        "crmx_EvaluateCardBlock in MetricThreshold Decimal optional",
        "crmx_EvaluateCardBlock in ObligationId Guid required",
        "crmx_EvaluateCardBlock in Reason String required",
        "crmx_EvaluateCardBlock out Allowed Boolean",
        "crmx_EvaluateCardBlock out Decision String",
        "crmx_EvaluateCardBlock out Details String",
        "crmx_EvaluateCardBlock out Explanation String",
        "crmx_EvaluateCardBlock out Rules String",
        "crmx_EvaluateContact for workflows needs prvReadcrmx_ContactAttempt",
        "crmx_EvaluateContact in At DateTime optional",
        "crmx_EvaluateContact in Channel String required",
        "crmx_EvaluateContact in CustomerId Guid required",
        "crmx_EvaluateContact in Language Integer optional",
        "crmx_EvaluateContact in ObligationId Guid optional",
        "crmx_EvaluateContact in Purpose String required",
        "crmx_EvaluateContact out Allowed Boolean",
        "crmx_EvaluateContact out Decision String",
        "crmx_EvaluateContact out Details String",
        "crmx_EvaluateContact out Explanation String",
        "crmx_EvaluateContact out NextAllowedAt DateTime",
        "crmx_EvaluateContact out Rules String",
        "crmx_EvaluateCreditLimitChange for workflows needs prvReadcrmx_CreditLimitChange",
        "crmx_EvaluateCreditLimitChange in ConsentId Guid optional",
        "crmx_EvaluateCreditLimitChange in EffectiveOn DateTime required",
        "crmx_EvaluateCreditLimitChange in Language Integer optional",
        "crmx_EvaluateCreditLimitChange in Metric String optional",
        "crmx_EvaluateCreditLimitChange in MetricAsOf DateTime optional",
        "crmx_EvaluateCreditLimitChange in MetricMonths Integer optional",
        "crmx_EvaluateCreditLimitChange in MetricStated Decimal optional",
        "crmx_EvaluateCreditLimitChange in MetricThreshold Decimal optional",
        "crmx_EvaluateCreditLimitChange in NewLimit Decimal required",
        "crmx_EvaluateCreditLimitChange in NoticeId Guid optional",
        "crmx_EvaluateCreditLimitChange in ObligationId Guid required",
        "crmx_EvaluateCreditLimitChange in Reason String required",
        "crmx_EvaluateCreditLimitChange out Allowed Boolean",
        "crmx_EvaluateCreditLimitChange out Decision String",
        "crmx_EvaluateCreditLimitChange out Details String",
        "crmx_EvaluateCreditLimitChange out EarliestOn DateTime",
        "crmx_EvaluateCreditLimitChange out Explanation String",
        "crmx_EvaluateCreditLimitChange out Rules String",
        "crmx_ExportCaseFile for workflows needs prvReadcrmx_ContactAttempt",
        "crmx_ExportCaseFile in Authority String optional",
        "crmx_ExportCaseFile in CustomerId Guid required",
        "crmx_ExportCaseFile in Language Integer optional",
        "crmx_ExportCaseFile in ObligationId Guid optional",
        "crmx_ExportCaseFile out Count Integer",
        "crmx_ExportCaseFile out Details String",
        "crmx_ExportCaseFile out Text String",
        "crmx_GetContactWindow for workflows needs prvReadcrmx_ContactAttempt",
        "crmx_GetContactWindow in Channel String optional",
        "crmx_GetContactWindow in CustomerId Guid required",
        "crmx_GetContactWindow in From DateTime optional",
        "crmx_GetContactWindow in Language Integer optional",
        "crmx_GetContactWindow in ObligationId Guid optional",
        "crmx_GetContactWindow in Purpose String optional",
        "crmx_GetContactWindow out Details String",
        "crmx_GetContactWindow out Explanation String",
        "crmx_GetContactWindow out NextAllowedAt DateTime",
        "crmx_PlanContacts for workflows needs prvReadcrmx_Obligation",
        "crmx_PlanContacts in Agents Integer optional",
        "crmx_PlanContacts in Channel String optional",
        "crmx_PlanContacts in Date DateTime optional",
        "crmx_PlanContacts in Language Integer optional",
        "crmx_PlanContacts in MinutesPerContact Integer optional",
        "crmx_PlanContacts in Page Integer optional",
        "crmx_PlanContacts in PageSize Integer optional",
        "crmx_PlanContacts in TeamId Guid optional",
        "crmx_PlanContacts out Count Integer",
        "crmx_PlanContacts out Details String",
        "crmx_PlanContacts out Explanation String",
        "crmx_PlanContacts out More Boolean",
        "crmx_RepairContact for workflows needs prvCreatecrmx_ContactRepair",
        "crmx_RepairContact in AttemptId Guid required",
        "crmx_RepairContact in Cause String required",
        "crmx_RepairContact in FeeId Guid optional",
        "crmx_RepairContact in Language Integer optional",
        "crmx_RepairContact in OwnerId Guid optional",
        "crmx_RepairContact in Wrong String required",
        "crmx_RepairContact out ApologyId Guid",
        "crmx_RepairContact out Explanation String",
        "crmx_RepairContact out RepairId Guid",
        "crmx_ReportObserved for workflows needs prvReadcrmx_ContactAttempt",
        "crmx_ReportObserved in AssumePurpose String optional",
        "crmx_ReportObserved in Country String optional",
        "crmx_ReportObserved in Days Integer optional",
        "crmx_ReportObserved in Language Integer optional",
        "crmx_ReportObserved out Breaches Integer",
        "crmx_ReportObserved out Details String",
        "crmx_ReportObserved out Explanation String",
        "crmx_ReportObserved out Judged Integer",
        "crmx_ReportObserved out Moved Integer",
        "crmx_ReportObserved out Stopped Integer",
        "crmx_RunDue in Limit Integer optional",
        "crmx_RunDue needs prvWriteActivity",
        "crmx_RunDue out Details String",
        "crmx_RunDue out Done Integer",
        "crmx_RunDue out More Boolean",
    ];

    [Fact]
    public void Names_types_and_required_flags_are_those_of_the_last_release() => Assert.Equal(Released, Present().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Present() =>
        from type in typeof(EvaluateContact).Assembly.GetTypes()
        let api = type.GetCustomAttribute<CustomApiAttribute>()
        where api is not null
        from line in Lines(type, api)
        select api.UniqueName + line;

    private static IEnumerable<string> Lines(Type type, CustomApiAttribute api) =>
    [
        (api.Workflow ? " for workflows" : "") + " needs " + api.Privilege,
        .. type.GetCustomAttributes<RequestParameterAttribute>().Select(given => $" in {given.Name} {given.Type} {(given.Optional ? "optional" : "required")}"),
        .. type.GetCustomAttributes<ResponsePropertyAttribute>().Select(answer => $" out {answer.Name} {answer.Type}"),
    ];
}
