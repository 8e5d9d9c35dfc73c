namespace Crm.Extensions.Platform.Registration;

/// <summary>Where in the pipeline a step runs; the numbers are the platform's.</summary>
public enum Stage
{
    /// <summary>Before the transaction, when the request is at top level.</summary>
    PreValidation = 10,

    /// <summary>Inside the transaction, before the row is written.</summary>
    PreOperation = 20,

    /// <summary>Inside the transaction, after the row is written; asynchronous steps run after it.</summary>
    PostOperation = 40,
}
