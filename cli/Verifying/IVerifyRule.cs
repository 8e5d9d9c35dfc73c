using System.Collections.Generic;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>One thing that can be wrong with a solution zip.</summary>
internal interface IVerifyRule
{
    /// <summary>Short name, for example <c>key-columns</c>.</summary>
    string Id { get; }

    /// <summary>What to do about it.</summary>
    string Remedy { get; }

    Severity Severity => Severity.Error;

    IEnumerable<Flaw> Find(SolutionZip zip);
}
