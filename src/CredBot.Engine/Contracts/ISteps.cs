using System.Text.Json;

namespace CredBot.Engine.Contracts;

/// <summary>The outside effects of one flow, one method call a step.</summary>
public interface ISteps
{
    /// <summary>Name of the flow these steps belong to.</summary>
    string Flow { get; }

    /// <summary>Carries out one step. A failure that the flow must know is a result; a throw means «unknown», and the engine reports the step as found.</summary>
    Task<JsonElement> PerformAsync(StepContext context, CancellationToken cancellationToken);
}
