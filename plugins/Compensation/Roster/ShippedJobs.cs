using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>A kind of work that ships: it is made in the tenant when a roster first names it.</summary>
internal sealed record ShippedJob(string Code, string English, string Spanish)
{
    public bool FacesCustomers { get; init; }

    public bool ManagesCustomers { get; init; }

    public bool Collects { get; init; }
}

/// <summary>The jobs that a roster may name without anybody having typed them before. A tenant adds its own.</summary>
internal static class ShippedJobs
{
    public static readonly IReadOnlyList<ShippedJob> All =
    [
        new("customermanager", "Customer manager", "Gerente de clientes") { FacesCustomers = true, ManagesCustomers = true },
        new("productmanager", "Product manager", "Gerente de producto"),
        new("collector", "Collector", "Gestor de cobranza") { FacesCustomers = true, Collects = true },
        new("agent", "Agent", "Agente") { FacesCustomers = true },
        new("teamlead", "Team lead", "Jefe de equipo") { FacesCustomers = true },
        new("supervisor", "Supervisor", "Supervisor") { FacesCustomers = true },
        new("clerk", "Clerk", "Empleado administrativo"),
        new("bellboy", "Bellboy", "Botones") { FacesCustomers = true },
    ];

    /// <summary>Codes by code and names, in capitals, as <see cref="RosterState.Jobs"/> has them.</summary>
    public static Dictionary<string, string> ByName()
    {
        var codes = new Dictionary<string, string>(System.StringComparer.Ordinal);
        foreach (var job in All)
        {
            foreach (var name in new[] { job.Code, job.English, job.Spanish }) codes[name.ToUpperInvariant()] = job.Code;
        }

        return codes;
    }

    public static ShippedJob? Find(string code) => All.FirstOrDefault(job => job.Code == code);
}
