using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Import;

/// <summary>Imports, upgrades and removes solutions. A refused import leaves the organization as it was.</summary>
internal sealed class SolutionInstaller(EmbeddedDataverse organization)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, InstalledSolution> installed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<Option>> choices = new(StringComparer.Ordinal);

    public IReadOnlyCollection<InstalledSolution> Installed
    {
        get
        {
            lock (gate) return [.. installed.Values];
        }
    }

    public ImportReport Import(Stream stream, ImportOptions options)
    {
        var zip = SolutionZip.Read(stream);
        lock (gate)
        {
            var known = installed.GetValueOrDefault(zip.Manifest.UniqueName);
            Admit(zip.Manifest, known);
            var missing = zip.Manifest.RequiredTables.Where(table => options.AbsentTables.Contains(table) || organization.Catalog.Find(table) is null).ToList();
            if (missing.Count > 0) throw ImportFaults.MissingDependency(string.Join(", ", missing));
            var before = organization.Catalog;
            try
            {
                return Install(zip, options, known, before);
            }
            catch (Exception)
            {
                organization.Database.Use(before);
                organization.Registrations.Forget();
                throw;
            }
        }
    }

    public void Uninstall(string uniqueName)
    {
        lock (gate)
        {
            if (!installed.Remove(uniqueName, out var solution)) throw ImportFaults.DoesNotExist("solution", uniqueName);
            using (var transaction = organization.Database.Begin())
            {
                var rows = new ComponentRows(organization, transaction);
                foreach (var table in solution.Tables.Select(organization.Catalog.Find).OfType<Table>())
                {
                    foreach (var row in transaction.All(table.LogicalName).ToList()) transaction.Delete(table, row.Id);
                }
                Drop(rows, solution.Components);
                transaction.Commit();
            }
            organization.Database.Use(organization.Catalog.Without(solution.Tables, solution.Columns, solution.Relationships));
            organization.Registrations.Forget();
        }
    }

    private static void Admit(SolutionManifest manifest, InstalledSolution? known)
    {
        if (known is null) return;
        if (known.IsManaged != manifest.IsManaged) throw ImportFaults.OtherMode(known.UniqueName, known.IsManaged);
        if (known.Version > manifest.Version) throw ImportFaults.LowerVersion(known.UniqueName, known.Version, manifest.Version);
    }

    private ImportReport Install(SolutionZip zip, ImportOptions options, InstalledSolution? known, Catalog before)
    {
        var schema = SchemaOf(zip.Customizations);
        SolutionChecks.Demand(zip, schema, before);
        var next = Grow(before, schema);
        organization.Database.Use(options.ActivateKeys ? next : SolutionKeys.Without(next, before));
        IReadOnlySet<Component> written;
        int steps;
        Guid id;
        using (var transaction = organization.Database.Begin())
        {
            var rows = new ComponentRows(organization, transaction);
            var import = new ComponentImport(organization, zip, rows);
            id = import.Solution(known?.Id);
            PrivilegeRows.Ensure(rows, organization.Catalog.Tables);
            MessageRows.Ensure(rows, organization.Catalog.Tables);
            rows.Written.Clear();
            steps = import.All(options.PublishWorkflows);
            written = rows.Written.ToHashSet();
            if (options.Upgrade && known is not null) Drop(rows, known.Components.Except(written));
            transaction.Commit();
        }
        var solution = Describe(zip.Manifest, id, schema, known, options.Upgrade, written, before);
        if (options.Upgrade && known is not null) RemoveSuperseded(known, solution);
        installed[solution.UniqueName] = solution;
        organization.Registrations.Forget();
        var created = solution.Tables.Where(table => before.Find(table) is null).Order(StringComparer.Ordinal).ToList();
        return new ImportReport(solution, created, steps, options.PublishWorkflows, options.ActivateKeys, () => organization.Database.Use(Grow(organization.Catalog, schema)));
    }

    private Schema SchemaOf(System.Xml.Linq.XElement customizations)
    {
        try
        {
            return EntityXmlReader.Read(customizations, choices);
        }
        catch (MissingChoiceException exception)
        {
            throw ImportFaults.MissingChoice(exception.Message);
        }
        catch (FormatException exception)
        {
            throw ImportFaults.Schema(exception.Message);
        }
    }

    private static Catalog Grow(Catalog catalog, Schema schema)
    {
        try
        {
            return catalog.With(schema);
        }
        catch (MissingTableException exception)
        {
            throw ImportFaults.MissingDependency(exception.Table);
        }
    }

    private static InstalledSolution Describe(
        SolutionManifest manifest, Guid id, Schema schema, InstalledSolution? known, bool upgrade, IReadOnlySet<Component> written, Catalog before)
    {
        bool IsOwn(string table) => known?.Tables.Contains(table) == true || before.Find(table) is null;
        var tables = schema.Tables.Where(fragment => fragment.IsWhole && IsOwn(fragment.Table.LogicalName)).Select(fragment => fragment.Table.LogicalName);
        var columns = schema.Tables.Where(fragment => !IsOwn(fragment.Table.LogicalName)).ToDictionary(
            fragment => fragment.Table.LogicalName,
            fragment => (IReadOnlySet<string>)fragment.Table.Columns.Keys
                .Where(column => column.StartsWith(manifest.Prefix + "_", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        var kept = upgrade ? null : known;
        return new InstalledSolution(id, manifest.UniqueName, manifest.Version, manifest.IsManaged)
        {
            Tables = tables.Concat(kept?.Tables ?? Enumerable.Empty<string>()).ToHashSet(StringComparer.Ordinal),
            Columns = columns,
            Relationships = schema.Relationships.Select(relationship => relationship.Name).Concat(schema.ManyToMany.Select(relationship => relationship.Name))
                .Concat(kept?.Relationships ?? Enumerable.Empty<string>()).ToHashSet(StringComparer.Ordinal),
            Components = written.Concat(kept?.Components ?? Enumerable.Empty<Component>()).ToHashSet(),
        };
    }

    // Tables, columns and relationships that the newer version no longer has go, with their data.
    private void RemoveSuperseded(InstalledSolution old, InstalledSolution now)
    {
        var columns = old.Columns.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlySet<string>)pair.Value.Except(now.Columns.GetValueOrDefault(pair.Key) ?? new HashSet<string>()).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        organization.Database.Use(organization.Catalog.Without(
            old.Tables.Except(now.Tables).ToHashSet(StringComparer.Ordinal), columns, old.Relationships.Except(now.Relationships).ToHashSet(StringComparer.Ordinal)));
    }

    private void Drop(ComponentRows rows, IEnumerable<Component> components)
    {
        foreach (var component in components.ToList())
        {
            rows.Remove(component);
            if (component.Table == "pluginassembly") organization.PluginTypes.RemoveAssembly(component.Id);
            if (component.Table == "plugintype") organization.PluginTypes.RemoveType(component.Id);
        }
    }
}
