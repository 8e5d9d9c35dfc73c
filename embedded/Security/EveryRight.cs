using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Security;

/// <summary>An authority that allows everything: for tests of rooms below security.</summary>
internal sealed class EveryRight : IRowAuthority
{
    public void Demand(IReadView view, Guid user, Table table, AccessRight right, Row? row)
    {
    }

    public bool CanRead(IReadView view, Guid user, Row row) => true;

    public Func<Row, bool>? ReadFilter(IReadView view, Guid user, Table table) => null;

    public bool CanReadColumn(IReadView view, Guid user, Row row, Column column) => true;

    public bool CanReadColumn(IReadView view, Guid user, Table table, Column column) => true;

    public void DemandPrivilege(IReadView view, Guid user, string privilege)
    {
    }

    public void DemandCreateColumns(IReadView view, Guid user, Table table, IEnumerable<Column> columns)
    {
    }

    public void DemandUpdateColumns(IReadView view, Guid user, Row row, IEnumerable<Column> columns)
    {
    }
}
