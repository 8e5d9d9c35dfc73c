using System;
using Crm.Extensions.Embedded.Concurrency;
using Crm.Extensions.Embedded.Messages;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded;

/// <summary>An organization of Dataverse in memory, which behaves as the platform does wherever the product could notice, and refuses by name what it does not do.</summary>
public sealed partial class EmbeddedDataverse : IDisposable
{
    public EmbeddedDataverse(EmbeddedOptions? options = null)
        : this(options ??= new EmbeddedOptions(), new VirtualClock(options.Start))
    {
        Database.Use(SystemTables.With(Options.Tables));
        Foundation.Lay(this);
        LayComponents();
    }

    // the parts, joined, of an organization that is still empty
    private EmbeddedDataverse(EmbeddedOptions options, VirtualClock clock)
    {
        Options = options;
        Clock = clock;
        Database = new Database(Clock, Options.LockPatience);
        Sessions = new Sessions(this);
        Executor = new DirectExecutor(this);
        Messages.Add(DataMessages.All);
        Compose();
    }

    /// <summary>Drives createdon, the two-minute limit and lock time-outs.</summary>
    public VirtualClock Clock { get; }

    /// <summary>The user who may do everything.</summary>
    public Guid AdministratorId { get; internal set; }

    /// <summary>The organization's own id.</summary>
    public Guid OrganizationId { get; internal set; }

    /// <summary>The business unit above all others.</summary>
    public Guid RootBusinessUnitId { get; internal set; }

    /// <summary>The user SYSTEM, as whom the platform itself acts.</summary>
    public Guid SystemUserId { get; internal set; }

    public string Name => "Embedded";

    public Guid BaseCurrencyId { get; internal set; }

    /// <summary>All tables and relationships there are by now.</summary>
    public Catalog Catalog => Database.Catalog;

    /// <summary>Counts what clients and plug-ins ask.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>Concurrency that tests drive step by step.</summary>
    public Sessions Sessions { get; }

    internal EmbeddedOptions Options { get; }

    internal Database Database { get; }

    internal MessageRegistry Messages { get; } = new();

    internal IRowAuthority Authority { get; set; } = null!;

    internal IQueryEngine Queries { get; set; } = null!;

    internal IRequestExecutor Executor { get; set; }

    /// <summary>A client's connection, as the administrator if no user is named. Every call crosses a serialization copy.</summary>
    public IOrganizationServiceAsync2 Connect(Guid? userId = null) => new Connection(this, userId ?? AdministratorId);

    /// <summary>Ends the sessions and unloads the plug-in assemblies.</summary>
    public void Dispose()
    {
        Sessions.Dispose();
        PluginTypes.Unload();
        Registrations.Forget();
    }

    /// <summary>The context of a client's request.</summary>
    internal CallContext ClientCall(Guid user) => new()
    {
        UserId = user,
        InitiatingUserId = user,
        CorrelationId = Database.NextId(),
        Began = Clock.UtcNow,
    };

    /// <summary>The business unit of a user or team, as everybody sees it.</summary>
    internal Guid BusinessUnitOf(Guid user) => BusinessUnitOf(new Reference("systemuser", user), Database.Committed);

    internal Guid BusinessUnitOf(Reference principal, IReadView view) =>
        view.Find(principal.Table, principal.Id)?["businessunitid"] is Reference unit ? unit.Id : RootBusinessUnitId;

    /// <summary>The id of the row that has these values in an alternate key.</summary>
    /// <exception cref="System.ServiceModel.FaultException">There is none, or the columns are no key.</exception>
    internal Guid IdByKey(string table, KeyAttributeCollection keys, CallContext call)
    {
        var context = new MessageContext(this, call);
        return Addressing.Find(context, context.TableOf(table), new EntityReference(table, keys)) ?? throw PlatformFaults.NotFoundByKey(table);
    }

    /// <summary>A request of the engine itself, with every right, in a transaction of its own.</summary>
    internal OrganizationResponse AsSystem(OrganizationRequest request) => Executor.Execute(request, ClientCall(SystemUserId) with { IsSystem = true });

    /// <summary>Where the rooms are joined: authority, queries, pipeline, messages beyond data.</summary>
    private void Compose()
    {
        JoinQueriesAndSecurity();
        JoinPipeline();
    }
}
