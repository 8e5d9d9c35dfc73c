using System;
using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Crm.Extensions.Benchmarks;

if (args is ["requests"])
{
    RequestTable.Print();
    return;
}

if (args is ["card"])
{
    CardRun.Print();
    return;
}

if (args is ["clients", ..])
{
    ClientsRun.Print(args.Length > 1 ? args[1] : null);
    return;
}

if (args is ["unify", ..])
{
    PeopleRun.Print(args.Length > 1 ? args[1] : null);
    return;
}

if (args is ["compensation", ..])
{
    CompensationRun.Print(args.Length > 1 ? args[1] : null);
    return;
}

// What is promised is promised for one core.
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 1;

var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(RequestTable).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, DefaultConfig.Instance.AddJob(job));
