namespace Crm.Extensions.Platform.Registration;

/// <summary>Whether the caller waits for the step; the numbers are the platform's.</summary>
public enum StepMode
{
    Synchronous = 0,
    Asynchronous = 1,
}
