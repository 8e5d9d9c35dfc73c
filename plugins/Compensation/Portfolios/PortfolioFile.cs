using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>A proposal as it is kept in <c>crmx_portfolioproposal.crmx_content</c> and answered. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class PortfolioFile
{
    /// <summary>yyyy-MM-dd.</summary>
    [DataMember(Name = "asOf", Order = 0)] public string AsOf { get; set; } = "";

    [DataMember(Name = "customers", Order = 1)] public int Customers { get; set; }

    /// <summary>More are to move than are listed: propose again when these are done.</summary>
    [DataMember(Name = "more", Order = 2)] public bool More { get; set; }

    [DataMember(Name = "moves", Order = 3)] public List<PortfolioFileMove> Moves { get; set; } = [];

    [DataMember(Name = "loads", Order = 4)] public List<PortfolioFileLoad> Loads { get; set; } = [];

    [DataMember(Name = "unplaced", Order = 5)] public int Unplaced { get; set; }

    public string Write()
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(PortfolioFile)).WriteObject(buffer, this);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static PortfolioFile Read(string text)
    {
        using var buffer = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (PortfolioFile)new DataContractJsonSerializer(typeof(PortfolioFile)).ReadObject(buffer)!;
    }
}

/// <summary>A customer who is to get another manager.</summary>
[DataContract]
public sealed class PortfolioFileMove
{
    [DataMember(Name = "customer", Order = 0)] public Guid Customer { get; set; }

    /// <summary>The worker who answers for him now; left out: nobody.</summary>
    [DataMember(Name = "from", Order = 1, EmitDefaultValue = false)] public Guid? From { get; set; }

    [DataMember(Name = "to", Order = 2)] public Guid To { get; set; }

    /// <summary>nobody, left, discontent or overload.</summary>
    [DataMember(Name = "why", Order = 3)] public string Why { get; set; } = "";

    /// <summary>The score he gave, or the former manager's load as percent of a fair part.</summary>
    [DataMember(Name = "figure", Order = 4, EmitDefaultValue = false)] public int Figure { get; set; }
}

/// <summary>What a manager carries before and after.</summary>
[DataContract]
public sealed class PortfolioFileLoad
{
    [DataMember(Name = "worker", Order = 0)] public Guid Worker { get; set; }

    [DataMember(Name = "hrid", Order = 1)] public string Hrid { get; set; } = "";

    [DataMember(Name = "name", Order = 2)] public string Name { get; set; } = "";

    [DataMember(Name = "customersBefore", Order = 3)] public int CustomersBefore { get; set; }

    [DataMember(Name = "customersAfter", Order = 4)] public int CustomersAfter { get; set; }

    /// <summary>100: a fair part.</summary>
    [DataMember(Name = "loadBefore", Order = 5)] public int LoadBefore { get; set; }

    [DataMember(Name = "loadAfter", Order = 6)] public int LoadAfter { get; set; }
}
