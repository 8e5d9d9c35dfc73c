using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

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

    /// <summary>Takes over what another organization has installed.</summary>
    public void CopyFrom(SolutionInstaller other)
    {
        lock (other.gate)
        {
            foreach (var (name, solution) in other.installed) installed[name] = solution;
            foreach (var (name, options) in other.choices) choices[name] = options;
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
            var goBack = Remember(before);
            try
            {
                return Install(zip, options, known, before);
            }
            catch (Exception)
            {
                goBack();
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
                var removal = new RowRemoval(organization, transaction, solution.Tables);
                RemoveData(removal, transaction, solution.Tables, solution.Columns);
                Drop(removal, solution.Components.Append(new Component("solution", solution.Id)));
                transaction.Commit();
            }
            organization.Database.Use(organization.Catalog.Without(solution.Tables, solution.Columns, solution.Relationships));
            foreach (var choice in solution.Choices) choices.Remove(choice);
            organization.Registrations.Forget();
        }
    }

    // Everything that an import changes beyond rows, which its transaction takes back.
    private Action Remember(Catalog before)
    {
        var formerChoices = choices.ToArray();
        var types = organization.PluginTypes.Remember();
        var security = organization.Security.Remember();
        return () =>
        {
            organization.Database.Use(before);
            choices.Clear();
            foreach (var (name, options) in formerChoices) choices[name] = options;
            types();
            security();
            organization.Registrations.Forget();
        };
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
            if (options.Upgrade && known is not null) Drop(new RowRemoval(organization, transaction, known.Tables), known.Components.Except(written));
            transaction.Commit();
        }
        var solution = Describe(zip, id, schema, known, options.Upgrade, written, before);
        if (options.Upgrade && known is not null) RemoveSuperseded(known, solution);
        installed[solution.UniqueName] = solution;
        organization.Registrations.Forget();
        var created = solution.Tables.Where(table => before.Find(table) is null).Order(StringComparer.Ordinal).ToList();
        return new ImportReport(solution, created, steps, options.PublishWorkflows, options.ActivateKeys, () => ActivateKeys(schema));
    }

    // Keys that rows break stay as they are: failed, neither checking nor addressing rows.
    private void ActivateKeys(Schema schema)
    {
        var pending = organization.Catalog;
        try
        {
            organization.Database.Use(Grow(pending, schema));
        }
        catch (Exception)
        {
            organization.Database.Use(pending);
            throw;
        }
    }

    private Schema SchemaOf(XElement customizations)
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
        SolutionZip zip, Guid id, Schema schema, InstalledSolution? known, bool upgrade, IReadOnlySet<Component> written, Catalog before)
    {
        var manifest = zip.Manifest;
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
            Choices = zip.Customizations.Elements("optionsets").Elements("optionset").Select(set => (string?)set.Attribute("Name")).OfType<string>()
                .Concat(kept?.Choices ?? Enumerable.Empty<string>()).ToHashSet(StringComparer.Ordinal),
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
        var tables = old.Tables.Except(now.Tables).ToHashSet(StringComparer.Ordinal);
        using (var transaction = organization.Database.Begin())
        {
            RemoveData(new RowRemoval(organization, transaction, tables), transaction, tables, columns);
            transaction.Commit();
        }
        organization.Database.Use(organization.Catalog.Without(tables, columns, old.Relationships.Except(now.Relationships).ToHashSet(StringComparer.Ordinal)));
    }

    // The rows of tables that go, the values of columns that go, and the messages that steps could be registered on.
    private static void RemoveData(
        RowRemoval removal, Transaction transaction, IReadOnlySet<string> tables, IReadOnlyDictionary<string, IReadOnlySet<string>> columns)
    {
        foreach (var table in tables) removal.Table(table);
        foreach (var (table, gone) in columns) removal.Columns(table, gone);
        foreach (var filter in transaction.All("sdkmessagefilter").Where(row => row["primaryobjecttypecode"] is string table && tables.Contains(table)).ToList())
            removal.Remove("sdkmessagefilter", filter.Id);
    }

    private void Drop(RowRemoval removal, IEnumerable<Component> components)
    {
        foreach (var component in components.ToList())
        {
            removal.Remove(component.Table, component.Id);
            switch (component.Table)
            {
                case "pluginassembly": organization.PluginTypes.RemoveAssembly(component.Id); break;
                case "plugintype": organization.PluginTypes.RemoveType(component.Id); break;
                case "role" or "fieldsecurityprofile": organization.Security.Remove(component.Id); break;
            }
        }
    }
}
