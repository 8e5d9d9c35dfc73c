using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using DataCategory = Crm.Extensions.CustomerView.Facts.DataCategory;
using Fields = Crm.Extensions.Model.DisclosureRule.Fields;
using Sensitivity = Crm.Extensions.CustomerView.Facts.Sensitivity;
using UseOfData = Crm.Extensions.CustomerView.Facts.UseOfData;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>The matrix of the tenant: the shipped rules under the rows of crmx_disclosurerule. Configuration, at most a minute old.</summary>
internal static class MatrixRows
{
    public static DisclosureMatrix Of(Execution execution) => execution.Configuration(Read);

    private static DisclosureMatrix Read(IOrganizationService system)
    {
        var query = new QueryExpression(Tables.DisclosureRule)
        {
            ColumnSet = new ColumnSet(Fields.Use, Fields.Category, Fields.Role, Fields.Effect, Fields.MaximumSensitivity, Fields.Verification),
        };
        query.Criteria.AddCondition(Fields.StateCode, ConditionOperator.Equal, 0);
        return new DisclosureMatrix(system.RetrieveMultiple(query).Entities.Select(Read).OfType<DisclosureRule>(), ShippedMatrix.Rules);
    }

    // a rule that does not say what it does withholds; one that does not say how much shows the least to the best known
    private static DisclosureRule? Read(Entity row) =>
        Choice.Read<UseOfData>(row.GetAttributeValue<OptionSetValue>(Fields.Use)) is not { } use
        || Choice.Read<DataCategory>(row.GetAttributeValue<OptionSetValue>(Fields.Category)) is not { } category
            ? null
            : new DisclosureRule(
                use,
                category,
                (row.GetAttributeValue<string>(Fields.Role) ?? "").Trim(),
                Choice.Read<DisclosureEffect>(row.GetAttributeValue<OptionSetValue>(Fields.Effect)) ?? DisclosureEffect.Withhold,
                Choice.Read<Sensitivity>(row.GetAttributeValue<OptionSetValue>(Fields.MaximumSensitivity)) ?? Sensitivity.Open,
                Choice.Read<Verification>(row.GetAttributeValue<OptionSetValue>(Fields.Verification)) ?? Verification.Strong);
}
