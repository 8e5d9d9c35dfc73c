using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Collections;

/// <summary>
/// Registers the steps that the solution zip cannot carry: those on messages whose ids differ between environments. They are looked up by name; what is
/// there is left as it is, what the tenant lacks is reported. Makes the rows that say that the platform's own tables are sources of customers.
/// Creates the topics that ship and the tenant lacks. May be called again at any time.
/// </summary>
[CustomApi("crmx_CompleteInstallation", "prvCreateSdkMessageProcessingStep",
    DisplayName = "Complete installation",
    DisplayNameSpanish = "Completar instalación",
    Description = "Registers the steps that a solution file cannot carry. To be called once after each import.",
    DescriptionSpanish = "Registra los pasos que un archivo de solución no puede llevar. Debe llamarse una vez después de cada importación.")]
[ResponseProperty("StepsCreated", ParameterType.Integer, DisplayName = "Steps created", DisplayNameSpanish = "Pasos creados",
    Description = "How many steps were registered now.", DescriptionSpanish = "Cuántos pasos se registraron ahora.")]
[ResponseProperty("StepsPresent", ParameterType.Integer, DisplayName = "Steps present", DisplayNameSpanish = "Pasos presentes",
    Description = "How many were registered before.", DescriptionSpanish = "Cuántos ya estaban registrados.")]
[ResponseProperty("TopicsCreated", ParameterType.Integer, DisplayName = "Topics created", DisplayNameSpanish = "Temas creados",
    Description = "How many topics of the catalogue were created now.", DescriptionSpanish = "Cuántos temas del catálogo se crearon ahora.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "Each step and what became of it, as JSON.", DescriptionSpanish = "Cada paso y su resultado, en JSON.")]
public sealed class CompleteInstallation : CustomApi
{
    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        SourceRows.Ensure(call.AsCaller);
        var wanted = LateStep.All(GetType().Assembly);
        var registrar = new StepRegistrar(call.AsCaller);
        var report = registrar.Register(wanted);
        foreach (var step in report) call.Trace(step.Name + ": " + step.State);

        call.Output("StepsCreated", Count(report, StepState.Created));
        call.Output("StepsPresent", Count(report, StepState.Present));
        call.Output("TopicsCreated", TopicRows.Install(call.AsCaller));
        call.Output("Details", StepReport.Write(report));
    }

    private static int Count(IEnumerable<StepReport> report, string state) =>
        report.Count(step => string.Equals(step.State, state, StringComparison.Ordinal));
}
