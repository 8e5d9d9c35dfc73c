using System;

namespace Crm.Extensions.Platform.Registration;

/// <summary>The plug-in class it stands on is the main operation of a global custom API (an action).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CustomApiAttribute : Attribute
{
    public CustomApiAttribute(string uniqueName, string privilege)
    {
        UniqueName = uniqueName;
        Privilege = privilege;
    }

    /// <summary>Unique name with the publisher's prefix, for example <c>crmx_EvaluateContact</c>.</summary>
    public string UniqueName { get; }

    /// <summary>An existing privilege that the caller must hold, for example <c>prvReadcrmx_contactattempt</c>.</summary>
    public string Privilege { get; }

    public string DisplayName { get; set; } = "";
    public string DisplayNameSpanish { get; set; } = "";
    public string Description { get; set; } = "";
    public string DescriptionSpanish { get; set; } = "";

    /// <summary>Whether workflows may call it; then no parameter may be an Entity, EntityCollection or StringArray.</summary>
    public bool Workflow { get; set; }
}
