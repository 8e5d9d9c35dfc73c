using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Platform;

/// <summary>One execution of a plug-in: what the platform hands it, by names that say what it is for.</summary>
public class Execution
{
    internal static readonly Texts PlatformTexts = new("Crm.Extensions.Platform.Messages");

    private readonly IOrganizationServiceFactory factory;
    private readonly ElapsedTrace trace;
    private IOrganizationService? caller;
    private IOrganizationService? system;
    private Settings? settings;

    internal Execution(IServiceProvider services)
    {
        Context = Ask<IPluginExecutionContext>(services);
        factory = Ask<IOrganizationServiceFactory>(services);
        trace = new ElapsedTrace(services.GetService(typeof(ITracingService)) as ITracingService);
        Clock = HostClock.Of(factory);
    }

    private protected Execution(Execution other)
    {
        Context = other.Context;
        factory = other.factory;
        trace = other.trace;
        Clock = other.Clock;
        caller = other.caller;
        system = other.system;
        settings = other.settings;
    }

    /// <summary>The platform's own context, for what has no better name here.</summary>
    public IPluginExecutionContext Context { get; }

    /// <summary>The only source of the present instant.</summary>
    public IClock Clock { get; }

    /// <summary>Who asked for it, however deep the pipeline is.</summary>
    public Guid CallerId => Context.InitiatingUserId;

    /// <summary>Dataverse with the rights of <see cref="CallerId"/>.</summary>
    public IOrganizationService AsCaller => caller ??= factory.CreateOrganizationService(Context.InitiatingUserId);

    /// <summary>Dataverse with the system's rights, for what the caller need not be able to see.</summary>
    public IOrganizationService AsSystem => system ??= factory.CreateOrganizationService(null);

    /// <summary>Whether what is written now is rolled back when this execution fails.</summary>
    public bool InTransaction => Context.IsInTransaction;

    /// <summary>The language in which the caller works.</summary>
    public Language Language => Settings.LanguageOf(CallerId, ReadLanguage);

    /// <summary>The organization's configuration, at most a minute old.</summary>
    internal Settings Settings => settings ??= SettingsSnapshot.Of(Context.OrganizationId, AsSystem, Clock.UtcNow);

    /// <summary>A capability's own configuration, read with the system's rights once in the life of the settings.</summary>
    internal TPart Configuration<TPart>(Func<IOrganizationService, TPart> read)
        where TPart : class => Settings.Part(AsSystem, read);

    /// <summary>Whether a user has a privilege, by roles of their own or of their teams; the answer is at most a minute old.</summary>
    public bool Holds(Guid user, string privilege) => Settings.Holds(user, privilege, ReadPrivilege);

    /// <summary>Writes a line to the trace log, with the milliseconds since the execution began.</summary>
    public void Trace(string line) => trace.Write(line);

    /// <summary>
    /// What an earlier step of the same operation left, or null. A variable that was set before the transaction stands in a parent's context, so
    /// parents of the same message and row are asked too; a value left by another operation is never taken.
    /// </summary>
    public object? Recall(string name)
    {
        for (var context = Context; context is not null && IsSameOperation(context); context = context.ParentContext)
        {
            if (context.SharedVariables.TryGetValue(name, out var value)) return value;
        }

        return null;
    }

    /// <summary>Leaves something for a later step of the same operation. Only types that the SDK can serialize.</summary>
    public void Remember(string name, object value) => Context.SharedVariables[name] = value;

    /// <summary>Whether a step further up, whose own request caused this operation, left something of that name.</summary>
    public bool IsCausedByRememberer(string name)
    {
        for (var context = Context.ParentContext; context is not null; context = context.ParentContext)
        {
            if (context.Depth < Context.Depth && context.SharedVariables.ContainsKey(name)) return true;
        }

        return false;
    }

    /// <summary>Dataverse with the rights of another user.</summary>
    public IOrganizationService As(Guid user) => factory.CreateOrganizationService(user);

    /// <summary>Whether it was caused, however far up, by that message on that row.</summary>
    public bool IsCausedBy(string message, Guid row)
    {
        for (var context = Context.ParentContext; context is not null; context = context.ParentContext)
        {
            if (context.PrimaryEntityId == row && string.Equals(context.MessageName, message, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Whether it is the work of that message on the same table: booking an appointment creates it, rescheduling updates it.</summary>
    public bool IsWorkOf(string message)
    {
        for (var context = Context.ParentContext; context is not null && context.Depth >= Context.Depth - 1; context = context.ParentContext)
        {
            if (string.Equals(context.MessageName, message, StringComparison.OrdinalIgnoreCase)
                && string.Equals(context.PrimaryEntityName, Context.PrimaryEntityName, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    // The platform wraps some operations in others (a Multiple message around its rows' single ones, the pipeline before the transaction around the
    // one in it): those have the same table, and either no row of their own yet or the same one.
    private bool IsSameOperation(IPluginExecutionContext context) =>
        ReferenceEquals(context, Context)
        || (string.Equals(context.PrimaryEntityName, Context.PrimaryEntityName, StringComparison.Ordinal)
            && string.Equals(context.MessageName, Context.MessageName, StringComparison.Ordinal)
            && context.Depth == Context.Depth
            && (context.PrimaryEntityId == Context.PrimaryEntityId || context.PrimaryEntityId == Guid.Empty));

    private Language ReadLanguage(Guid user)
    {
        // a query, not Retrieve: an application user without settings must not cost a fault, which would doom the transaction
        var query = new QueryExpression("usersettings") { ColumnSet = new ColumnSet("uilanguageid"), TopCount = 1 };
        query.Criteria.AddCondition("systemuserid", ConditionOperator.Equal, user);
        var rows = AsSystem.RetrieveMultiple(query).Entities;
        return LanguageCode.Read(rows.Count == 0 ? 0 : rows[0].GetAttributeValue<int>("uilanguageid"));
    }

    // by name, because the message's class is younger than the SDK that plug-ins are built with; it answers an empty list, never a fault, for who lacks it
    private bool ReadPrivilege(Guid user, string privilege)
    {
        var request = new OrganizationRequest("RetrieveUserPrivilegeByPrivilegeName") { ["UserId"] = user, ["PrivilegeName"] = privilege };
        return AsSystem.Execute(request).Results.TryGetValue("RolePrivileges", out var held) && held is Array { Length: > 0 };
    }

    private static TService Ask<TService>(IServiceProvider services)
        where TService : class =>
        services.GetService(typeof(TService)) as TService ?? throw new InvalidOperationException("The host offers no " + typeof(TService).Name + ".");
}
