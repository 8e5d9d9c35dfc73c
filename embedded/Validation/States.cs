using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Validation;

/// <summary>State and status reason go together: what is given decides the other, and a pair that doesn't match is refused.</summary>
internal static class States
{
    /// <summary>Completes the pair of a row about to be written.</summary>
    /// <param name="values">The row's values, with what the request gave already in place.</param>
    /// <param name="given">The columns that the request gave.</param>
    public static void Settle(Table table, Guid id, Dictionary<string, object> values, ICollection<string> given)
    {
        var shape = TableShape.Of(table);
        if (shape.FirstState is not { } first) return;
        var gaveState = given.Contains("statecode") && values.ContainsKey("statecode");
        var gaveStatus = given.Contains("statuscode") && values.ContainsKey("statuscode");
        if (gaveStatus && !gaveState && shape.StateOf((int)values["statuscode"]) is { } belonging) values["statecode"] = belonging;
        else if (!values.ContainsKey("statecode")) values["statecode"] = first;

        var state = (int)values["statecode"];
        if (!gaveStatus && (gaveState || !values.ContainsKey("statuscode")))
        {
            if (values.TryGetValue("statuscode", out var before) && shape.StateOf((int)before) == state) return;
            if (shape.DefaultStatus(state) is { } usual) values["statuscode"] = usual;
            return;
        }

        if (values.TryGetValue("statuscode", out var status) && shape.StateOf((int)status) is { } owner && owner != state)
            throw PlatformFaults.WrongStatus(table, id, (int)status, state);
    }
}
