using System;

namespace Crm.Extensions.Embedded.Import;

/// <summary>A root component, by schema name or by id; the types' numbers are the platform's.</summary>
internal sealed record RootComponent(int Type, string? SchemaName, Guid? Id, int Behavior)
{
    public const int Entity = 1;
    public const int OptionSet = 9;
    public const int Role = 20;
    public const int Form = 60;
    public const int WebResource = 61;
    public const int FieldSecurityProfile = 70;
    public const int PluginAssembly = 91;
    public const int Step = 92;

    public override string ToString() => $"{SchemaName ?? Id?.ToString("B")} of type {Type}";
}
