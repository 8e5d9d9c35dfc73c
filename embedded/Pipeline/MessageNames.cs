using System;
using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Requests whose message, the name that steps are registered on, differs from the request's own name.</summary>
internal static class MessageNames
{
    private static readonly Dictionary<string, string> Differing = new(StringComparer.Ordinal)
    {
        ["SendEmail"] = "Send",
        ["CloseIncident"] = "Close",
        ["WinOpportunity"] = "Win",
        ["LoseOpportunity"] = "Lose",
    };

    /// <summary>Messages whose stage-10 variables are in the parent context at the later stages; for all others there is one collection.</summary>
    private static readonly HashSet<string> TwoFrames = new(["Create", "Update", "Delete"], StringComparer.Ordinal);

    public static string Of(string request) => Differing.GetValueOrDefault(request, request);

    public static bool HasOuterFrame(string message) => TwoFrames.Contains(message);

    /// <summary>The Multiple message in whose pipeline steps of a single message run too; null if there is none.</summary>
    public static string? MultipleOf(string message) => message switch
    {
        "Create" => "CreateMultiple",
        "Update" => "UpdateMultiple",
        "Delete" => "DeleteMultiple",
        _ => null,
    };

    public static bool IsMultiple(string message) => message is "CreateMultiple" or "UpdateMultiple" or "DeleteMultiple" or "UpsertMultiple";

    public static bool IsBatch(string message) => message is "ExecuteMultiple" or "ExecuteTransaction";
}
