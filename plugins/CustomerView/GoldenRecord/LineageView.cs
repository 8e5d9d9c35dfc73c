using System;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>A lineage as its reader may see it.</summary>
internal static class LineageView
{
    /// <summary>The whole lineage for who may read the column that keeps it; for others without the values, which may be secured in their own columns. One request.</summary>
    public static string For(ApiCall call, Guid customer, string lineage)
    {
        var row = call.AsCaller.Retrieve(Tables.Customer, customer, new ColumnSet(Customer.Fields.Lineage));
        if (!string.IsNullOrEmpty(row.GetAttributeValue<string>(Customer.Fields.Lineage))) return lineage;

        var entries = LineageJson.Read(lineage).Entries.Select(entry => new LineageEntry
        {
            Column = entry.Column, Link = entry.Link, Source = entry.Source, Rule = entry.Rule, ConfirmedOn = entry.ConfirmedOn, On = entry.On,
        });
        return LineageJson.Write(new Lineage([.. entries], []));
    }
}
