using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Crm.Extensions.Platform.Registration;

/// <summary>What became of a step.</summary>
internal static class StepState
{
    public const string Created = "created";
    public const string Present = "present";
    public const string NoMessage = "this environment has no such message on that table";
    public const string NoPlugin = "the plug-in is not registered; import the solution again";
}

/// <summary>One line of the report. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class StepReport
{
    [DataMember(Name = "step", Order = 0)] public string Name { get; set; } = "";

    [DataMember(Name = "state", Order = 1)] public string State { get; set; } = "";

    /// <summary>The whole report as a JSON array.</summary>
    public static string Write(IEnumerable<StepReport> report)
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(StepReport[])).WriteObject(buffer, report.ToArray());
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
