using System;

namespace Crm.Extensions.Platform.Registration;

/// <summary>A response property of the custom API whose class it stands on. Its name, type and need are fixed once released.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ResponsePropertyAttribute : Attribute
{
    public ResponsePropertyAttribute(string name, ParameterType type)
    {
        Name = name;
        Type = type;
    }

    public string Name { get; }

    public ParameterType Type { get; }

    public string DisplayName { get; set; } = "";
    public string DisplayNameSpanish { get; set; } = "";
    public string Description { get; set; } = "";
    public string DescriptionSpanish { get; set; } = "";
}
