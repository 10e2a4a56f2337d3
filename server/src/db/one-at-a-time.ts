/** Work done once at a time per name in this process: those who ask while it runs wait for the same answer. */
export const oneAtATime = <T>() => {
  const running = new Map<string, Promise<T>>()
  return (name: string, work: () => Promise<T>): Promise<T> => {
    let answer = running.get(name)
    if (!answer) {
      answer = work().finally(() => running.delete(name))
      running.set(name, answer)
    }
    return answer
  }
}
