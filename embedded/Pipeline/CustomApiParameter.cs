using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>A request parameter or response property of a custom API.</summary>
/// <param name="Type">The platform's number: 0 Boolean, 1 DateTime … 12 Guid.</param>
internal sealed record CustomApiParameter(string Name, int Type, bool IsOptional)
{
    public static Type? ClrType(int type) => type switch
    {
        0 => typeof(bool),
        1 => typeof(DateTime),
        2 => typeof(decimal),
        3 => typeof(Entity),
        4 => typeof(EntityCollection),
        5 => typeof(EntityReference),
        6 => typeof(double),
        7 => typeof(int),
        8 => typeof(Money),
        9 => typeof(OptionSetValue),
        10 => typeof(string),
        11 => typeof(string[]),
        12 => typeof(Guid),
        _ => null,
    };

    public bool Takes(object? value) => value is null || ClrType(Type)?.IsInstanceOfType(value) == true;
}
