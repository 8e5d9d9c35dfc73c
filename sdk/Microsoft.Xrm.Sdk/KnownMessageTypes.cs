using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The data contracts of both message assemblies, so that a request crosses as its base class and arrives as itself.</summary>
internal static class KnownMessageTypes
{
    private static readonly Lazy<Type[]> All = new Lazy<Type[]>(Find);

    internal static IEnumerable<Type> Get() => All.Value;

    private static Type[] Find()
    {
        var found = new List<Type>();
        var here = typeof(KnownMessageTypes).Assembly;
        Add(found, here, "Microsoft.Xrm.Sdk.Messages");
        try
        {
            var name = here.GetName();
            name.Name = "Microsoft.Crm.Sdk.Proxy";
            Add(found, Assembly.Load(name), "Microsoft.Crm.Sdk.Messages");
        }
        catch (FileNotFoundException)
        {
            // A program that sends none of its messages need not carry it.
        }

        return found.ToArray();
    }

    private static void Add(List<Type> found, Assembly assembly, string space)
    {
        foreach (var type in assembly.GetExportedTypes())
        {
            if (!string.Equals(type.Namespace, space, StringComparison.Ordinal) || !type.IsDefined(typeof(DataContractAttribute), false))
                continue;
            found.Add(type);
            if (!typeof(OrganizationRequest).IsAssignableFrom(type) && !typeof(OrganizationResponse).IsAssignableFrom(type))
                found.Add(type.MakeArrayType());
        }
    }
}
