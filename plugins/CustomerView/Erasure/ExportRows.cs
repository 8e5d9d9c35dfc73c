using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>
/// Reads what is held, as the caller: rows and secured columns that their roles and profiles keep from them do not come. All columns are read, against
/// the custom of the house, because all is what the customer asks for; those that only keep the books of the platform are left out.
/// </summary>
internal sealed class ExportRows
{
    /// <summary>The most rows of one table.</summary>
    private const int MostRows = 2000;

    private static readonly HashSet<string> Bookkeeping = new(StringComparer.Ordinal)
    {
        "owningbusinessunit", "owninguser", "owningteam", "createdonbehalfby", "modifiedonbehalfby", "modifiedby", "createdby", "modifiedon", "versionnumber", "importsequencenumber",
        "overriddencreatedon", "timezoneruleversionnumber", "utcconversiontimezonecode", "statecode", "exchangerate", "transactioncurrencyid", "activitytypecode", "isregularactivity",
        "isworkflowcreated", "isbilled", "instancetypecode", "crmx_slot", "crmx_weekslot", "crmx_journal", "crmx_cursor", "crmx_identity", "crmx_groupid", "processid", "stageid",
        "ownerid", "traversedpath",
    };

    private readonly ApiCall call;
    private readonly Language language;

    public ExportRows(ApiCall call, Language language)
    {
        this.call = call;
        this.language = language;
    }

    public ExportedSection Read(ExportSection section, Guid customer)
    {
        var exported = new ExportedSection
        {
            Title = ErasureTexts.Write(language, "What." + section.Code),
            Table = section.Table,
            Why = ErasureTexts.Write(language, "Purpose." + section.Code),
            Withheld = !call.Holds(call.CallerId, section.Privilege),
        };
        if (exported.Withheld) return exported;

        var query = new QueryExpression(section.Table) { ColumnSet = new ColumnSet(true), PageInfo = new PagingInfo { PageNumber = 1, Count = MostRows }, Distinct = section.Through is not null };
        query.AddOrder(section.Table == "crmx_customer" ? "createdon" : PrimaryKey.Of(section.Table), OrderType.Ascending);
        if (section.Through is { } through)
        {
            var link = query.AddLink(through, section.Column, section.ThroughKey);
            link.LinkCriteria.AddCondition(section.ThroughColumn, ConditionOperator.Equal, customer);
        }
        else
        {
            query.Criteria.AddCondition(section.Column, ConditionOperator.Equal, customer);
        }

        if (section.Table == "crmx_customerfact") WithTopic(query);
        var page = call.AsCaller.RetrieveMultiple(query);
        exported.More = page.MoreRecords;
        exported.Rows.AddRange(page.Entities.Select(Row).Where(row => row.Columns.Count > 0));
        return exported;
    }

    // what it was asked for stands on its topic
    private static void WithTopic(QueryExpression query)
    {
        var topic = query.AddLink("crmx_topic", "crmx_topicid", "crmx_topicid", JoinOperator.LeftOuter);
        topic.EntityAlias = "topic";
        topic.Columns = new ColumnSet("crmx_code", "crmx_purposes");
    }

    private ExportedRow Row(Entity row)
    {
        var exported = new ExportedRow();
        foreach (var attribute in row.Attributes.Where(attribute => attribute.Value is not null && IsTold(row, attribute)).OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            if (Say(row, attribute.Key, attribute.Value) is { Length: > 0 } value) exported.Columns.Add(new ExportedColumn { Name = NameOf(attribute.Key), Value = value });
        }

        return exported;
    }

    private static bool IsTold(Entity row, KeyValuePair<string, object> attribute) =>
        !Bookkeeping.Contains(attribute.Key) && !attribute.Key.EndsWith("_base", StringComparison.Ordinal) && attribute.Value is not Guid && attribute.Value is not EntityCollection
        && !(row.LogicalName == "crmx_customer" && attribute.Key == "crmx_lineage");

    private static string NameOf(string column)
    {
        var name = column.StartsWith("crmx_", StringComparison.Ordinal) ? column.Substring(5) : column;
        return name.Replace(".crmx_", ".");
    }

    private string? Say(Entity row, string column, object value)
    {
        if (value is AliasedValue aliased) value = aliased.Value;
        if (row.FormattedValues.TryGetValue(column, out var label) && value is OptionSetValue or EntityReference) return label;

        return value switch
        {
            string text => text,
            DateTime at => at.TimeOfDay == TimeSpan.Zero ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC",
            Money money => money.Value.ToString("0.00##", CultureInfo.InvariantCulture),
            bool yes => ErasureTexts.Write(language, yes ? "Yes" : "No"),
            EntityReference reference => string.IsNullOrEmpty(reference.Name) ? null : reference.Name,
            OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
