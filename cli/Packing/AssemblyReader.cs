using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Cli.Packing;

/// <summary>
/// Reads plug-ins, custom APIs and workflow activities from the attributes of a built net462 assembly, without running it.
/// Its references to .NET Framework are found in the running framework's facades, those to the platform beside this program.
/// </summary>
internal static class AssemblyReader
{
    private const string Activities = "Crm.Extensions.Workflows.ActivityAttribute";

    /// <exception cref="PackException">A class is declared in a way that the platform could not run.</exception>
    public static PluginAssembly Read(string path)
    {
        using var context = new MetadataLoadContext(new PathAssemblyResolver(Libraries(path)), "mscorlib");
        var bytes = File.ReadAllBytes(path);
        var assembly = context.LoadFromByteArray(bytes);
        var name = assembly.GetName();
        var classes = new List<PluginClass>();
        var problems = new List<string>();
        foreach (var type in assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            var declared = Declared(type);
            var isPlugin = type.GetInterfaces().Any(face => face.FullName == "Microsoft.Xrm.Sdk.IPlugin");
            var isActivity = Bases(type).Any(ancestor => ancestor.FullName == "System.Activities.CodeActivity");
            var registered = declared.Steps.Count > 0 || declared.CustomApi is not null;
            if (type.IsAbstract && !registered && declared.Activity is null) continue;
            if (!isPlugin && !isActivity && !registered && declared.Activity is null) continue;

            if (type.IsAbstract || !type.IsPublic || type.ContainsGenericParameters)
                problems.Add($"{type.FullName}: the platform makes instances only of public classes that are neither abstract nor generic");
            if (registered && !isPlugin) problems.Add($"{type.FullName}: has a step or custom API and is no IPlugin");
            if (isPlugin && !registered) problems.Add($"{type.FullName}: is a plug-in and declares neither a step nor a custom API");
            if (isActivity != declared.Activity is not null) problems.Add($"{type.FullName}: a workflow activity is a CodeActivity with an [Activity]");
            if (declared.CustomApi is null && declared.Requests.Count + declared.Responses.Count > 0)
                problems.Add($"{type.FullName}: has parameters and no [CustomApi]");
            classes.Add(declared);
        }
        if (name.GetPublicKeyToken() is not { Length: 8 }) problems.Add($"{path}: is not strong-named, which the sandbox demands");
        if (problems.Count > 0) throw new PackException([.. problems]);
        return new PluginAssembly(name.Name!, name.FullName, name.Version!, bytes, classes);
    }

    private static IEnumerable<string> Libraries(string path) =>
        new[] { RuntimeEnvironment.GetRuntimeDirectory(), AppContext.BaseDirectory, Path.GetDirectoryName(Path.GetFullPath(path))! }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .DistinctBy(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType) yield return ancestor;
    }

    private static PluginClass Declared(Type type)
    {
        var attributes = type.GetCustomAttributesData();
        IEnumerable<AttributeValues> Of(string fullName) =>
            attributes.Where(data => data.AttributeType.FullName == fullName).Select(data => new AttributeValues(data));
        return new PluginClass(type.FullName!)
        {
            Steps = [.. Of(typeof(StepAttribute).FullName!).Select(values => values.Step())
                .OrderBy(step => ComponentId.StepName(type.FullName!, step.Message, step.Table, step.Stage, step.Mode), StringComparer.Ordinal)],
            CustomApi = Of(typeof(CustomApiAttribute).FullName!).Select(values => values.CustomApi()).FirstOrDefault(),
            Requests = [.. Of(typeof(RequestParameterAttribute).FullName!).Select(values => values.Request()).OrderBy(one => one.Name, StringComparer.Ordinal)],
            Responses = [.. Of(typeof(ResponsePropertyAttribute).FullName!).Select(values => values.Response()).OrderBy(one => one.Name, StringComparer.Ordinal)],
            Activity = Of(Activities).Select(values => new ActivityLabel(values.At<string>(0), values.At<string>(1))).FirstOrDefault(),
        };
    }
}
