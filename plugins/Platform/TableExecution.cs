using System;
using System.Linq;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Platform;

/// <summary>One execution of a step, with the row it is about as a typed table.</summary>
public sealed class Execution<TTable> : Execution
    where TTable : Entity, new()
{
    internal const string BeforeAlias = "Before";
    internal const string AfterAlias = "After";
    private const int MainOperation = 30;

    private TTable? target;
    private TTable? before;
    private TTable? after;
    private TTable? merged;

    private readonly StepAttribute step;

    internal Execution(Execution execution, StepAttribute step)
        : base(execution) => this.step = step;

    /// <summary>
    /// What the request writes. What is set on it before the main operation is written with it. Empty on messages that write no columns (Delete, Send).
    /// </summary>
    public TTable Target => target ??= Typed(Input<Entity>("Target"));

    /// <summary>The row as it was before; of its columns those that the step's image names. Empty on Create.</summary>
    public TTable Before => before ??= Typed(Image(Context.PreEntityImages, BeforeAlias) ?? ReadBefore());

    /// <summary>The row as it is afterwards; of its columns those that the step's image names.</summary>
    public TTable After => after ??= Typed(Image(Context.PostEntityImages, AfterAlias));

    /// <summary>The row as it will be: <see cref="Target"/> over <see cref="Before"/>. A copy, computed once; writing to it changes nothing.</summary>
    public TTable Merged => merged ??= Merge();

    /// <summary>The row's id; empty while a new row has none yet.</summary>
    public Guid RowId =>
        Input<Entity>("Target")?.Id is { } id && id != Guid.Empty ? id
        : Context.PrimaryEntityId != Guid.Empty ? Context.PrimaryEntityId
        : Input<EntityReference>("Target")?.Id ?? Given("EmailId");

    /// <summary>Whether the request writes that column.</summary>
    public bool Writes(string column) => Target.Attributes.ContainsKey(column);

    /// <summary>
    /// Whether the request gives any of the step's filtering columns another value: forms send columns along that nobody changed. Lists of parties are
    /// taken to be changed when they are sent.
    /// </summary>
    public bool ChangesWatchedColumns =>
        step.Filter.Any(column =>
            Target.Attributes.TryGetValue(column, out var value)
            && (value is EntityCollection || !Equals(value, Before.Attributes.TryGetValue(column, out var former) ? former : null)));

    /// <summary>Has the column written with the request. Only before the main operation.</summary>
    public void Write(string column, object? value) => Target.Attributes[column] = value!;

    private TTable Merge()
    {
        var row = new TTable { LogicalName = Context.PrimaryEntityName, Id = RowId };
        foreach (var attribute in Before.Attributes) row.Attributes[attribute.Key] = attribute.Value;
        foreach (var attribute in Target.Attributes) row.Attributes[attribute.Key] = attribute.Value;
        return row;
    }

    // ToEntity shares the columns with the row it is made from: what is set here is set in the request
    private TTable Typed(Entity? row) => row?.ToEntity<TTable>() ?? new TTable { LogicalName = Context.PrimaryEntityName, Id = RowId };

    // only messages that the platform has no images for; before the main operation the row still is what it was
    private Entity? ReadBefore() =>
        step.Before.Length > 0 && EntityImages.PropertyOf(step.Message) is null && Context.Stage < MainOperation && RowId != Guid.Empty
            ? AsSystem.Retrieve(Context.PrimaryEntityName, RowId, new ColumnSet(step.Before))
            : null;

    private static Entity? Image(EntityImageCollection images, string alias) =>
        images is not null && images.TryGetValue(alias, out var image) ? image : null;

    private T? Input<T>(string name)
        where T : class => Context.InputParameters.TryGetValue(name, out var value) ? value as T : null;

    private Guid Given(string name) => Context.InputParameters.TryGetValue(name, out var value) && value is Guid id ? id : Guid.Empty;
}
