using System;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Crm.Extensions.Embedded.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Loading;

/// <summary>Makes a plug-in's instance by the richest constructor that it has: both configurations, the unsecure one, or none.</summary>
internal static class PluginFactory
{
    public static IPlugin Create(Type type, string? unsecure, string? secure)
    {
        try
        {
            var instance = type.GetConstructor([typeof(string), typeof(string)]) is { } both ? both.Invoke([unsecure, secure])
                : type.GetConstructor([typeof(string)]) is { } one ? one.Invoke([unsecure])
                : type.GetConstructor(Type.EmptyTypes) is { } none ? none.Invoke([])
                : throw PipelineFaults.Of(PipelineFaults.IsvUnexpected, $"Plug-in type {type.FullName} has no public constructor that the platform could call.");
            return instance as IPlugin
                ?? throw PipelineFaults.NotAPlugin(type.FullName ?? type.Name);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
    }
}
