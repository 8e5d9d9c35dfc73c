using System;

namespace Crm.Extensions.Platform.Registration;

/// <summary>
/// A step of the plug-in class it stands on. <c>crmx pack</c> reads it from the built assembly and writes the step into the solution;
/// steps on messages whose ids are not published are left out of the zip and made by <c>crmx_CompleteInstallation</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class StepAttribute : Attribute
{
    public StepAttribute(string message, string table, Stage stage)
    {
        Message = message;
        Table = table;
        Stage = stage;
    }

    /// <summary>The message's name, one of <see cref="Registration.Message"/>.</summary>
    public string Message { get; }

    /// <summary>Logical name of the table.</summary>
    public string Table { get; }

    public Stage Stage { get; }

    public StepMode Mode { get; set; } = StepMode.Synchronous;

    /// <summary>Order among the steps of one stage, lowest first.</summary>
    public int Rank { get; set; } = 1;

    /// <summary>Columns one of which must be in an Update for the step to run. Required on Update.</summary>
    public string[] Filter { get; set; } = Array.Empty<string>();

    /// <summary>
    /// Columns of the row as it was before, registered as an image under the alias <c>Before</c>. Not for Create. On messages without images
    /// (see <see cref="EntityImages"/>) they are read before the main operation, which costs a request.
    /// </summary>
    public string[] Before { get; set; } = Array.Empty<string>();

    /// <summary>Columns of the row as it is afterwards, registered under the alias <c>After</c>. Only at <see cref="Stage.PostOperation"/>.</summary>
    public string[] After { get; set; } = Array.Empty<string>();
}
