namespace System.Activities;

/// <summary>The step does not run without this argument.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
public sealed class RequiredArgumentAttribute : Attribute
{
    public override object TypeId => this;
}
