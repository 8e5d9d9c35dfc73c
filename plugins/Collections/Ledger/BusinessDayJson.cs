using System.Collections.Generic;
using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Crm.Extensions.Collections;

/// <summary>The details that crmx_AddBusinessDays answers.</summary>
internal static class BusinessDayJson
{
    public static string Write(BusinessDayFile file)
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(BusinessDayFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

/// <summary>The JSON's shape; dates yyyy-MM-dd. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class BusinessDayFile
{
    [DataMember(Name = "country", Order = 0)] public string Country { get; set; } = "";

    /// <summary>bank or public.</summary>
    [DataMember(Name = "calendar", Order = 1)] public string Calendar { get; set; } = "";

    /// <summary>The authority of the calendar.</summary>
    [DataMember(Name = "source", Order = 2)] public string Source { get; set; } = "";

    [DataMember(Name = "from", Order = 3)] public string From { get; set; } = "";

    [DataMember(Name = "days", Order = 4)] public int Days { get; set; }

    [DataMember(Name = "result", Order = 5)] public string Result { get; set; } = "";

    /// <summary>Holidays on weekdays between the two days, both included.</summary>
    [DataMember(Name = "passedOver", Order = 6)] public List<PassedOverFile> PassedOver { get; set; } = [];

    [DataMember(Name = "packVersion", Order = 7)] public string PackVersion { get; set; } = "";
}

/// <summary>A holiday that was passed over.</summary>
[DataContract]
public sealed class PassedOverFile
{
    [DataMember(Name = "date", Order = 0)] public string Date { get; set; } = "";

    [DataMember(Name = "name", Order = 1)] public string Name { get; set; } = "";
}
