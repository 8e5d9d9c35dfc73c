using System;
using System.Collections.Generic;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

/// <summary>Two small tables, a library's: books with every kind of column, and the copies of a book.</summary>
internal static class TestTables
{
    public const string Book = "t_book";
    public const string Copy = "t_copy";

    public static Catalog Catalog(Cascade delete = Cascade.RemoveLink, Cascade assign = Cascade.NoCascade) => new(
        [Books(), Copies()],
        [new Embedded.Metadata.Relationship("t_book_copies", Book, Copy, "t_bookid") { Delete = delete, Assign = assign }],
        [new ManyToManyRelationship("t_book_readers", Book, "systemuser", "t_book_reader")]);

    public static EmbeddedDataverse Organization(Cascade delete = Cascade.RemoveLink, Cascade assign = Cascade.NoCascade) =>
        new(new EmbeddedOptions { Tables = Catalog(delete, assign) });

    public static FaultException<OrganizationServiceFault> Refused(int code, Action act)
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(act);
        Assert.True(code == fault.Detail.ErrorCode, $"expected 0x{code:X8}, got 0x{fault.Detail.ErrorCode:X8}: {fault.Message}");
        return fault;
    }

    private static Table Books() => SystemColumns.Complete(new Table(Book, "t_Book", Ownership.User, isActivity: false,
        [
            Column("t_bookid", ColumnType.PrimaryKey),
            Column("t_name") with { IsPrimaryName = true, MaxLength = 20 },
            Column("t_isbn") with { MaxLength = 13 },
            Column("t_shelf") with { MaxLength = 10 },
            Column("t_place", ColumnType.Integer) with { Min = 1, Max = 500 },
            Column("t_weight", ColumnType.Decimal) with { Precision = 2, Min = 0, Max = 100 },
            Column("t_price", ColumnType.Money) with { Precision = 2 },
            Column("t_price_base", ColumnType.Money) with { CalculationOf = "t_price", ValidForCreate = false, ValidForUpdate = false },
            Column("t_lent", ColumnType.Boolean) with { Default = false },
            Column("t_genre", ColumnType.Choice) with { Options = [Option(1, "Novel"), Option(2, "Poetry")] },
            Column("t_published", ColumnType.DateTime) with { DateBehavior = DateBehavior.DateOnly },
            Column("t_lastread", ColumnType.DateTime),
            Column("transactioncurrencyid", ColumnType.Lookup) with { Targets = ["transactioncurrency"] },
            Column("statecode", ColumnType.State) with { Options = [Option(0, "Active") with { DefaultStatus = 1 }, Option(1, "Inactive") with { DefaultStatus = 2 }] },
            Column("statuscode", ColumnType.Status) with { Options = [Option(1, "Here") with { State = 0 }, Option(2, "Lost") with { State = 1 }, Option(3, "Sold") with { State = 1 }] },
        ],
        [new AlternateKey("t_isbnkey", ["t_isbn"]), new AlternateKey("t_placekey", ["t_shelf", "t_place"])]));

    private static Table Copies() => SystemColumns.Complete(new Table(Copy, "t_Copy", Ownership.User, isActivity: false,
        [
            Column("t_copyid", ColumnType.PrimaryKey),
            Column("t_name") with { IsPrimaryName = true, MaxLength = 20 },
            Column("t_bookid", ColumnType.Lookup) with { Targets = [Book] },
            Column("statecode", ColumnType.State) with { Options = [Option(0, "Active") with { DefaultStatus = 1 }, Option(1, "Inactive") with { DefaultStatus = 2 }] },
            Column("statuscode", ColumnType.Status) with { Options = [Option(1, "Here") with { State = 0 }, Option(2, "Lost") with { State = 1 }] },
        ],
        []));

    private static Column Column(string name, ColumnType type = ColumnType.Text) => new() { LogicalName = name, SchemaName = name, Type = type };

    private static Option Option(int value, string label) => new(value, new Dictionary<int, string> { [1033] = label });
}
