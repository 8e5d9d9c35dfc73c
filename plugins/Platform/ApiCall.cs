using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Platform;

/// <summary>One call of a custom API.</summary>
public sealed class ApiCall : Execution
{
    internal ApiCall(Execution execution)
        : base(execution)
    {
    }

    /// <summary>A required parameter.</summary>
    /// <exception cref="InvalidPluginExecutionException">It was not given, or is of another type.</exception>
    public T Input<T>(string name) => Given<T>(name, out var value) ? value : throw Refuse("MissingInput", name);

    /// <summary>An optional parameter, <paramref name="otherwise"/> where the caller left it out.</summary>
    /// <exception cref="InvalidPluginExecutionException">It is of another type.</exception>
    public T Input<T>(string name, T otherwise) => Given<T>(name, out var value) ? value : otherwise;

    /// <summary>Whether the caller gave the parameter a value.</summary>
    public bool Has(string name) => Context.InputParameters.TryGetValue(name, out var value) && value is not null;

    /// <summary>The language that the caller asks for in the parameter <c>Language</c>, or works in.</summary>
    public Language AskedLanguage => Has("Language") ? LanguageCode.Read(Input<int>("Language")) : Language;

    /// <summary>Answers a response property.</summary>
    public void Output(string name, object? value) => Context.OutputParameters[name] = value!;

    /// <summary>Reads a row as the caller before anything is read with the system's rights.</summary>
    /// <param name="key">The column of its id; empty: the table's name with "id", which activities alone do without.</param>
    /// <exception cref="InvalidPluginExecutionException">It does not exist, or the caller may not see it; which of the two is not said.</exception>
    public void DemandReadable(string table, Guid id, string key = "")
    {
        // known before the fault: after it the transaction may answer nothing more
        var language = Language;
        try
        {
            AsCaller.Retrieve(table, id, new ColumnSet(key.Length > 0 ? key : table + "id"));
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsOutOfReach(fault))
        {
            Trace(ExceptionText.Write(fault));
            throw new InvalidPluginExecutionException(PlatformTexts.Write(language, "OutOfReach", table), fault);
        }
    }

    private bool Given<T>(string name, out T value)
    {
        value = default!;
        if (!Context.InputParameters.TryGetValue(name, out var given) || given is null) return false;
        if (given is not T typed) throw Refuse("WrongInput", name, typeof(T).Name);

        value = typed;
        return true;
    }

    private InvalidPluginExecutionException Refuse(string text, params object[] facts)
    {
        var all = new object[facts.Length + 1];
        all[0] = Context.MessageName;
        facts.CopyTo(all, 1);
        return new InvalidPluginExecutionException(PlatformTexts.Write(Language, text, all));
    }
}
