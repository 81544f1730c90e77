using CredBot.Engine.Contracts;

namespace CredBot.Engine.Operations;

/// <summary>The flows of the product and their steps, by name.</summary>
internal sealed class Flows
{
    private readonly Dictionary<string, IFlow> flows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ISteps> steps = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two flows share a name, or steps belong to no flow, or to one that has steps.</exception>
    public Flows(IEnumerable<IFlow> flows, IEnumerable<ISteps> steps)
    {
        foreach (var flow in flows)
        {
            if (!this.flows.TryAdd(flow.Name, flow))
            {
                throw new InvalidOperationException($"Two flows are named {flow.Name}: {flow.GetType()} and {this.flows[flow.Name].GetType()}.");
            }
        }

        foreach (var step in steps)
        {
            if (!this.flows.ContainsKey(step.Flow))
            {
                throw new InvalidOperationException($"{step.GetType()} are the steps of {step.Flow}, and there is no such flow.");
            }

            if (!this.steps.TryAdd(step.Flow, step))
            {
                throw new InvalidOperationException($"The flow {step.Flow} has its steps twice: {step.GetType()} and {this.steps[step.Flow].GetType()}.");
            }
        }
    }

    /// <exception cref="InvalidOperationException">This build has no such flow.</exception>
    public IFlow Flow(string name) => flows.TryGetValue(name, out var flow) ? flow : throw new InvalidOperationException($"There is no flow named {name}.");

    /// <exception cref="InvalidOperationException">This build has no steps for the flow.</exception>
    public ISteps Steps(string flow) => steps.TryGetValue(flow, out var found) ? found : throw new InvalidOperationException($"The flow {flow} has no steps.");
}
