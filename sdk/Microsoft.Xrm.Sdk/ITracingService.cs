namespace Microsoft.Xrm.Sdk;

/// <summary>Writes the trace that the platform keeps of an execution.</summary>
public interface ITracingService
{
    void Trace(string format, params object[] args);
}
