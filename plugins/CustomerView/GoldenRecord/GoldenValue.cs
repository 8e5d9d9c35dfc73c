using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>The values of one group that survived, and why: whose they are, and which rule chose them.</summary>
internal sealed class GoldenValue
{
    public GoldenValue(SurvivingGroup group, IReadOnlyDictionary<string, string> columns, string link, string source, string rule, DateTime? confirmedOn)
    {
        Group = group;
        Columns = columns;
        Link = link;
        Source = source;
        Rule = rule;
        ConfirmedOn = confirmedOn;
    }

    public SurvivingGroup Group { get; }

    /// <summary>Column and value; a column of the group that is not here is empty. A day is yyyy-MM-dd.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; }

    /// <summary>Key of the link whose values they are; empty: the customer's own row, where a person typed them.</summary>
    public string Link { get; }

    public string Source { get; }

    /// <summary>One of <see cref="LineageRule"/>.</summary>
    public string Rule { get; }

    /// <summary>When the values were last confirmed, UTC.</summary>
    public DateTime? ConfirmedOn { get; }
}
