using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Crm.Extensions.Cli.Demo;

/// <summary>Where the demo's customers come from: a file of cards, a file of invoices, or nowhere: then they are made.</summary>
/// <param name="Make">How many to make, where no file is given.</param>
/// <param name="Take">Use the file's first customers; null: all.</param>
internal sealed record DemoSource(int Make, FileInfo? Cards, FileInfo? Receivables, FileInfo? Map, int? Take)
{
    /// <summary>The file's name; empty where there is none.</summary>
    public string Name => (Cards ?? Receivables)?.Name ?? "";

    /// <exception cref="UnusableFileException">There is no such file, or nothing in it can be read.</exception>
    public (IReadOnlyList<DemoCustomer> Customers, IReadOnlyList<RowProblem> Problems) Read(DateOnly monday)
    {
        if (Cards is not null)
        {
            using var text = Open(Cards, TextKey.NoFile);
            var file = new CardFile();
            return (file.Read(text, Take, monday), file.Problems);
        }

        if (Receivables is not null)
        {
            var file = new ReceivablesFile(ReadMap(monday));
            using var text = Open(Receivables, TextKey.NoFile);
            return (file.Read(text, Take, monday), file.Problems);
        }

        return (GeneratedCustomers.Make(Make, monday), []);
    }

    private ReceivablesMap ReadMap(DateOnly monday)
    {
        if (Map is null) return ReceivablesMap.Plain();
        using var text = Open(Map, TextKey.NoMap);
        return ReceivablesMap.Read(Map.Name, text.ReadToEnd(), monday);
    }

    private static StreamReader Open(FileInfo file, TextKey missing) =>
        file.Exists ? new StreamReader(file.FullName, Encoding.UTF8) : throw new UnusableFileException(missing) { File = file.Name };
}
