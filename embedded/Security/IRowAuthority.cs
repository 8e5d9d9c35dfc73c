using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Security;

/// <summary>Who may do what to which row and column.</summary>
internal interface IRowAuthority
{
    /// <summary>Faults unless the user has the right on the row; without a row: unless the user has it at all.</summary>
    void Demand(IReadView view, Guid user, Table table, AccessRight right, Row? row);

    /// <summary>Whether the user may read the row.</summary>
    bool CanRead(IReadView view, Guid user, Row row);

    /// <summary>Which rows of the table the user may read; null where all. Faults when the user may read none at all.</summary>
    Func<Row, bool>? ReadFilter(IReadView view, Guid user, Table table);

    /// <summary>Which secured columns of the row the user may read; true for columns that are not secured.</summary>
    bool CanReadColumn(IReadView view, Guid user, Row row, Column column);

    /// <summary>Whether the user may read the column at all, in rows he may read; true for columns that are not secured.</summary>
    bool CanReadColumn(IReadView view, Guid user, Table table, Column column);

    /// <summary>Faults unless one of the user's roles has the privilege, at whatever depth: for custom APIs and privileges of no table.</summary>
    void DemandPrivilege(IReadView view, Guid user, string privilege);

    /// <summary>Faults when one of the columns is secured and the user may not set it on a new row.</summary>
    void DemandCreateColumns(IReadView view, Guid user, Table table, IEnumerable<Column> columns);

    /// <summary>Faults when one of the columns is secured and the user may not change it.</summary>
    void DemandUpdateColumns(IReadView view, Guid user, Row row, IEnumerable<Column> columns);
}
