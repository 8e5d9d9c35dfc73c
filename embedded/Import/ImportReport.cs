using System;
using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Import;

/// <summary>What an import brought.</summary>
public sealed class ImportReport
{
    private readonly Action activate;

    internal ImportReport(InstalledSolution solution, IReadOnlyList<string> tablesCreated, int steps, bool stepsEnabled, bool keysActive, Action activate)
    {
        Solution = solution;
        TablesCreated = tablesCreated;
        Steps = steps;
        StepsEnabled = stepsEnabled;
        KeysActive = keysActive;
        this.activate = activate;
    }

    public InstalledSolution Solution { get; }

    public IReadOnlyList<string> TablesCreated { get; }

    /// <summary>How many steps the solution carries.</summary>
    public int Steps { get; }

    /// <summary>Whether they arrived switched on.</summary>
    public bool StepsEnabled { get; }

    /// <summary>Whether the alternate keys are built.</summary>
    public bool KeysActive { get; private set; }

    /// <summary>Lets the background job that builds the alternate keys run.</summary>
    /// <exception cref="System.ServiceModel.FaultException">Rows that are there break a key.</exception>
    public void ActivateKeys()
    {
        if (KeysActive) return;
        activate();
        KeysActive = true;
    }
}
