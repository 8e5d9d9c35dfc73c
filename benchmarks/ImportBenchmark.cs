using BenchmarkDotNet.Attributes;
using Crm.Extensions.Cli.Demo;

namespace Crm.Extensions.Benchmarks;

/// <summary>The import of the managed zip into an empty organization, with the completion of the installation. Promised: under 3 s.</summary>
[MemoryDiagnoser]
public class ImportBenchmark
{
    private byte[] zip = [];

    [GlobalSetup]
    public void Pack() => zip = Tenant.PackZip();

    [Benchmark]
    public void Import()
    {
        using DemoTenant tenant = Tenant.Open(zip);
    }
}
