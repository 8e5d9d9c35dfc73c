using System;
using System.Collections.Generic;
using System.IO;
using Crm.Extensions.Embedded.FaultInjection;
using Crm.Extensions.Embedded.Import;
using Crm.Extensions.Embedded.Jobs;
using Crm.Extensions.Embedded.Loading;
using Crm.Extensions.Embedded.Messages.Domain;
using Crm.Extensions.Embedded.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded;

public sealed partial class EmbeddedDataverse
{
    /// <summary>Asynchronous steps that wait to run.</summary>
    public JobQueue Jobs { get; private set; } = null!;

    /// <summary>Things that go wrong when the test says so.</summary>
    public Faults Faults { get; private set; } = null!;

    /// <summary>What the steps have traced, and what they did against the platform's guidance.</summary>
    public TraceLog Traces { get; } = new();

    /// <summary>The mail server: what is pending goes out when it is told to deliver.</summary>
    public MailServer Mail { get; private set; } = null!;

    /// <summary>Whether an Update that mixes the state or the owner with other columns runs steps once more for that part, as the platform may.</summary>
    public bool RepeatsMixedUpdates { get; set; }

    /// <summary>The solutions that are installed.</summary>
    public IReadOnlyCollection<InstalledSolution> Solutions => Installer.Installed;

    internal Registrations Registrations { get; private set; } = null!;

    internal PluginTypes PluginTypes { get; private set; } = null!;

    internal SolutionInstaller Installer { get; private set; } = null!;

    /// <summary>Imports a packed solution, as ImportSolution does.</summary>
    /// <exception cref="System.ServiceModel.FaultException">The platform would refuse it.</exception>
    public ImportReport Import(Stream zip, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(zip);
        return Installer.Import(zip, options ?? new ImportOptions());
    }

    /// <summary>Removes a solution with its tables, columns, steps, roles and the rows of its tables, as deleting its solution row does.</summary>
    public void Uninstall(string uniqueName) => Installer.Uninstall(uniqueName);

    /// <summary>Registers a plug-in class of the host process, for tests of the engine itself.</summary>
    /// <returns>The id of the step's row.</returns>
    public Guid RegisterStep<TPlugin>(
        string message,
        string? table,
        int stage,
        bool asynchronous = false,
        int rank = 1,
        string? filter = null,
        string? before = null,
        string? after = null,
        string? configuration = null,
        Guid? runAs = null)
        where TPlugin : IPlugin => HostSteps.Register(this, typeof(TPlugin), message, table, stage, asynchronous, rank, filter, before, after, configuration, runAs);

    /// <summary>Runs a workflow activity of an installed solution (or of the host), as a background workflow would.</summary>
    /// <param name="typeName">Full name of the class.</param>
    /// <returns>Its output arguments.</returns>
    public IDictionary<string, object> RunActivity(
        string typeName, IDictionary<string, object> inputs, EntityReference? primary = null, Guid? userId = null) =>
        new ActivityRunner(this).Run(typeName, inputs, primary, userId ?? AdministratorId);

    private void JoinPipeline()
    {
        PluginTypes = new PluginTypes(Options.SharesAssemblies);
        Registrations = new Registrations(this);
        Installer = new SolutionInstaller(this);
        Jobs = new JobQueue(this);
        Faults = new Faults(this);
        Mail = new MailServer(this);
        Messages.Add([.. DomainMessages.All]);
        Messages.Add(new RegisteringCreate(Messages.Find("Create")!), new UninstallingDelete(Messages.Find("Delete")!));
        Executor = new MessagePipeline(this, Registrations.Steps, new AfterCommit());
    }

    private void LayComponents()
    {
        using var transaction = Database.Begin();
        var rows = new ComponentRows(this, transaction);
        PrivilegeRows.Ensure(rows, Catalog.Tables);
        MessageRows.Ensure(rows, Catalog.Tables);
        transaction.Commit();
    }
}
