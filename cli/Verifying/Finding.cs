namespace Crm.Extensions.Cli.Verifying;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>The platform's import would refuse the zip, or what it brings would not work.</summary>
    Error,

    /// <summary>Newer than Microsoft's published schemas, known from the platform's own exports, and accepted by it.</summary>
    Drift,

    /// <summary>A rule of this house, for our own zip alone.</summary>
    House,
}

/// <summary>One flaw of a zip.</summary>
/// <param name="Rule">Id of the rule that found it.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Component">What it is about, by name or id.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record Finding(string Rule, Severity Severity, string Component, string Problem, string Remedy);

/// <summary>What a rule says of one component.</summary>
internal sealed record Flaw(string Component, string Problem);
