using System;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>What all contexts of one operation have in common. Its id is made when it is first asked for: few plug-ins do.</summary>
internal sealed class Operation
{
    private readonly Lazy<Guid> id = new(Guid.NewGuid);

    public Guid Id => id.Value;
}
