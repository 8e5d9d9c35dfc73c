namespace System.Activities;

/// <summary>A value that a step takes in or gives out; the value itself lives in the <see cref="ActivityContext"/>.</summary>
public abstract class Argument
{
    private readonly object _constant;

    private protected Argument(Type type, ArgumentDirection direction, object constant = null)
    {
        ArgumentType = type;
        Direction = direction;
        _constant = constant;
    }

    public Type ArgumentType { get; }

    public ArgumentDirection Direction { get; }

    internal bool HasConstant => _constant != null;

    /// <summary>What the argument holds before anybody writes it: its constant, or the type's default.</summary>
    internal object Initial =>
        _constant ?? (TakesNull ? null : Activator.CreateInstance(ArgumentType));

    private bool TakesNull => !ArgumentType.IsValueType || Nullable.GetUnderlyingType(ArgumentType) != null;

    public object Get(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Read(this);
    }

    public T Get<T>(ActivityContext context) => (T)Get(context);

    public void Set(ActivityContext context, object value)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Write(this, value);
    }

    /// <exception cref="ArgumentException">The value is not of the argument's type.</exception>
    internal object Checked(object value)
    {
        if (value == null)
            return TakesNull ? null : throw Mismatch("null");
        return ArgumentType.IsInstanceOfType(value) ? value : throw Mismatch(value.GetType().FullName);
    }

    private ArgumentException Mismatch(string found) => new($"The argument is of type {ArgumentType.FullName}; it was given {found}.");
}
