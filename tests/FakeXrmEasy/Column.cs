namespace Crm.Extensions.FakeXrmEasyTests;

/// <summary>A column's logical name and value.</summary>
internal sealed record Column(string Name, object Value);
